import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { partTwoPaths } from '../paths.ts'
import type { KeptCertificate } from '../queries/exempt-copies.ts'
import { confirmation, type ExemptCopy } from '../rules/exempt-copy.ts'
import { becameWords, certificateFacts, certificateTable, copyName, evidenceWords, recordCopy } from '../words/destruction.ts'
import { type RecordHead, RecordPage } from './record-page.tsx'

/** Who has copies of a meeting's exempt papers, and what became of each (M16). */
export function ExemptCopiesPage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  /** The rule of the terms in a sentence; '' where they state none. */
  readonly rule: string
  readonly dueOn: Temporal.PlainDate | undefined
  readonly copies: readonly ExemptCopy[]
  readonly certificates: readonly KeptCertificate[]
  readonly mayRecord: boolean
  readonly isOver: boolean
}): JSX.Element {
  const { visit, head, rule, dueOn, copies, certificates, mayRecord, isOver } = props
  const { meeting } = head
  return (
    <RecordPage visit={visit} head={head} title="Copies of exempt papers" width="workspace">
      <KeyFacts
        facts={[
          { label: 'The terms say', value: rule || <span class="gt-missing">Nothing of destroying copies</span> },
          ...(dueOn ? [{ label: 'Last day', value: dayInWords(dueOn) }] : []),
          { label: 'Record copy', value: recordCopy },
        ]}
      />
      {copies.length === 0 ? (
        <EmptyState
          title="No copy is recorded"
          text={isOver ? 'List who was told of the papers or opened them.' : 'Printed copies are recorded as they are handed out.'}
        />
      ) : (
        <DataTable
          caption="Copies"
          hideCaption
          columns={[{ heading: 'Holder' }, { heading: 'Copy' }, { heading: 'How it is known' }, { heading: 'What became of it' }]}
          rows={copies.map((copy) => ({ cells: cellsOf(copy, mayRecord) }))}
          narrow="stack"
        />
      )}
      {mayRecord && (
        <div class="govuk-button-group">
          {isOver && <PostButton visit={visit} action={partTwoPaths.askHolders(meeting)} text="List the holders and ask them" />}
          <a class="govuk-button govuk-button--secondary" href={partTwoPaths.printedCopy(meeting)}>
            Record a printed copy
          </a>
        </div>
      )}
      <h2 class="govuk-heading-m">Certificates of destruction</h2>
      <p class="govuk-body">
        A certificate says what became of every copy, and names those that are outstanding. With it members no longer open these papers
        here.
      </p>
      {certificates.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {certificates.map(({ number, madeAt, inputs }) => (
            <li>
              <a class="govuk-link" href={partTwoPaths.certificate(meeting, number)}>
                Certificate {number}
              </a>
              , {instantInWords(madeAt)}, {inputs.outstanding.length} outstanding
            </li>
          ))}
        </ul>
      )}
      {mayRecord && isOver && copies.length > 0 && (
        <PostButton visit={visit} action={partTwoPaths.certify(meeting)} text="Draw up a certificate" />
      )}
    </RecordPage>
  )
}

function cellsOf(copy: ExemptCopy, mayRecord: boolean): readonly (string | JSX.Element)[] {
  const state =
    copy.ended === null ? (
      <>
        <StatusPill meaning="warning">Outstanding</StatusPill>{' '}
        {mayRecord && (
          <a class="govuk-link" href={partTwoPaths.endCopy(copy.id)}>
            Record what became of it<span class="govuk-visually-hidden">: {copy.name}</span>
          </a>
        )}
      </>
    ) : (
      <>
        <StatusPill meaning="good">{becameWords(copy.ended)}</StatusPill> {copy.endedAt && instantInWords(copy.endedAt)},{' '}
        {copy.saidBy === 'holder' ? 'confirmed by the holder' : `recorded by the clerk: ${copy.words}`}
      </>
    )
  return [copy.name, copyName(copy), `${evidenceWords[copy.evidence]}, ${instantInWords(copy.handedAt)}`, state]
}

/** One's own copy, to be confirmed with one click in exactly the words that stand here. */
export function OwnCopyPage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  readonly copy: ExemptCopy
  readonly isOwn: boolean
}): JSX.Element {
  const { visit, head, copy, isOwn } = props
  return (
    <RecordPage visit={visit} head={head} title="Your copy of exempt papers">
      {copy.ended !== null ? (
        <p class="govuk-body">
          {becameWords(copy.ended)}
          {copy.endedAt && ` on ${instantInWords(copy.endedAt)}`}: {copy.words}
        </p>
      ) : (
        <>
          <p class="govuk-body">
            {copyName(copy)}, {instantInWords(copy.handedAt)}. Destroy it, then confirm in these words:
          </p>
          <div class="govuk-inset-text">{confirmation}</div>
          <p class="govuk-body">Afterwards you no longer open these papers here. {recordCopy}</p>
          {isOwn && <PostButton visit={visit} action={partTwoPaths.confirmCopy(copy.id)} text="I confirm this" />}
        </>
      )}
    </RecordPage>
  )
}

/** A certificate of destruction as it was drawn up. */
export function DestructionCertificatePage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  readonly certificate: KeptCertificate
}): JSX.Element {
  const { visit, head, certificate } = props
  const { columns, rows } = certificateTable(certificate.inputs)
  return (
    <RecordPage visit={visit} head={head} title={`Certificate of destruction ${certificate.number}`} width="workspace">
      <KeyFacts facts={certificateFacts(certificate).map(([label, value]) => ({ label, value }))} />
      <DataTable
        caption="Copies"
        columns={columns.map((heading) => ({ heading }))}
        rows={rows.map((cells) => ({ cells: cells.map((cell) => cell || '–') }))}
        narrow="stack"
      />
      <p class="govuk-body">
        <a class="govuk-link" href={partTwoPaths.certificatePdf(head.meeting, certificate.number)}>
          The certificate as PDF
        </a>
      </p>
    </RecordPage>
  )
}
