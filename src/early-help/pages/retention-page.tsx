import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, retentionPaths } from '../paths.ts'
import type { DestructionLine, QueueLine, RetentionRuleLine } from '../queries/retention.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { anchorWords, recordClassWords, retentionPills } from '../words/retention.ts'
import { hubNavigation } from './hub-frame.tsx'

/** What came of a list that was given back a moment ago. */
export interface ComeAgain {
  readonly records: number
  readonly photographs: number
  readonly gone: number
}

/** What the page of retention shows. */
export interface RetentionPageProps {
  readonly visit: Visit
  readonly ties: CaseworkTies
  readonly queue: readonly QueueLine[]
  readonly rules: readonly RetentionRuleLine[]
  readonly destroyed: readonly DestructionLine[]
  readonly again?: ComeAgain | undefined
}

/** How long records are kept: what is due and what somebody does about it, by which rules, and what was destroyed (E12). */
export function RetentionPage({ visit, ties, queue, rules, destroyed, again }: RetentionPageProps): JSX.Element {
  return (
    <Page visit={visit} title="Kept and destroyed" breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="workspace">
      <PageHead
        title="Kept and destroyed"
        lead="A closed record is kept as long as the longest rule says. Then a person decides, another approves, and everything in it is destroyed at once. A hold beats every rule."
      />
      {hubNavigation(visit, ties.relations)}
      {again && (
        <div class="govuk-inset-text" role="status">
          {`The list was given back. Records of it that wait for another person’s approval: ${again.records}. Photographs destroyed again: ${again.photographs}. Lines of which nothing is here: ${again.gone}.`}
        </div>
      )}
      <Card title="Due, or due within three months" id="queue" flush={queue.length > 0}>
        {queue.length === 0 ? (
          <p class="govuk-body">No closed record is due within three months, and none is on hold.</p>
        ) : (
          <DataTable
            caption="Closed records that are due"
            hideCaption
            narrow="stack"
            columns={[
              { heading: 'Record' },
              { heading: 'Kept until' },
              { heading: 'By which rule' },
              { heading: 'How it stands' },
              { heading: 'What to do' },
            ]}
            rows={queue.map((line) => ({
              id: `record-${line.episode}`,
              cells: [
                <>
                  {line.reference}
                  <br />
                  <span class="govuk-hint">{`${line.areaName}, closed ${dayInWords(line.closedOn)}`}</span>
                </>,
                dayInWords(line.dueOn),
                rules.find(({ id }) => id === line.rule)?.basis ?? '',
                <State line={line} />,
                <Steps {...{ visit, ties, line }} />,
              ],
            }))}
          />
        )}
      </Card>
      <Rules {...{ ties, rules }} />
      <Card
        title="Destroyed"
        id="destroyed"
        flush={destroyed.length > 0}
        {...(destroyed.length > 0 && mayIn(ties.relations, 'retention', 'keep')
          ? { link: { text: 'List to keep apart from backups (CSV)', href: retentionPaths.list() } }
          : {})}
      >
        {destroyed.length === 0 ? (
          <p class="govuk-body">No record has been destroyed yet.</p>
        ) : (
          <DataTable
            caption="Certificates of destruction"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Destroyed' }, { heading: 'What' }, { heading: 'Records in it', numeric: true }]}
            rows={destroyed.map((one) => ({
              cells: [
                <a class="govuk-link" href={retentionPaths.certificate(one.id)}>{`Certificate of ${instantInWords(one.destroyedAt)}`}</a>,
                recordClassWords[one.recordClass],
                String(total(one)),
              ],
            }))}
          />
        )}
      </Card>
      <BackupNotice keeps={mayIn(ties.relations, 'retention', 'keep')} />
    </Page>
  )
}

/** A period of whole months in words: in years where it is years. */
export const periodInWords = (months: number): string =>
  months % 12 === 0 ? `${months / 12} ${months === 12 ? 'year' : 'years'}` : `${months} ${months === 1 ? 'month' : 'months'}`

function Rules({ ties, rules }: Pick<RetentionPageProps, 'ties' | 'rules'>): JSX.Element {
  return (
    <Fold title="The rules" note={`${rules.length} in all`}>
      <DataTable
        caption="How long records are kept"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Record' }, { heading: 'How long' }, { heading: 'Because' }, { heading: 'Approved by' }, { heading: 'From' }]}
        rows={rules.map(({ recordClass, months, anchor, basis, approvedBy, startsOn }) => ({
          cells: [
            recordClassWords[recordClass],
            `${periodInWords(months)} ${anchorWords[anchor]}`,
            basis,
            approvedBy,
            dayInWords(startsOn),
          ],
        }))}
      />
      {mayIn(ties.relations, 'retention', 'keep') && (
        <p class="govuk-body">
          <a class="govuk-link" href={retentionPaths.newRule()}>
            Set how long records are kept, from a day on
          </a>
        </p>
      )}
      <p class="govuk-body">No period is set nationally. Where several rules speak of a record, the one that keeps it longest counts.</p>
    </Fold>
  )
}

const total = ({ counts }: DestructionLine): number => Object.values(counts).reduce((sum, n) => sum + n, 0)

function State({ line }: { readonly line: QueueLine }): JSX.Element {
  const [meaning, words] = retentionPills[line.state]
  const because = line.state === 'held' ? line.heldBecause : line.because
  return (
    <>
      <StatusPill meaning={meaning}>
        {line.state === 'kept' && line.keepUntil ? `${words}, until ${dayInWords(line.keepUntil)}` : words}
      </StatusPill>
      {because !== '' && <p class="govuk-hint govuk-!-margin-bottom-0">{because}</p>}
    </>
  )
}

/** What whoever looks may do of a record now; approving is for another than who reviewed it. */
function Steps(props: { readonly visit: Visit; readonly ties: CaseworkTies; readonly line: QueueLine }): JSX.Element {
  const { visit, ties, line } = props
  const keeps = mayIn(ties.relations, 'retention', 'keep')
  const link = (step: 'review' | 'hold' | 'lift' | 'destroy', text: string) => (
    <a class="govuk-link" href={retentionPaths.step(line.episode, step)}>
      {text}
      <span class="govuk-visually-hidden">{` ${line.reference}`}</span>
    </a>
  )
  return (
    <>
      {keeps && ['due', 'kept', 'to-approve'].includes(line.state) && (
        <p class="govuk-body">{link('review', line.state === 'due' ? 'Review' : 'Review again')}</p>
      )}
      {keeps && line.state === 'approved' && <p class="govuk-body">{link('destroy', 'Destroy')}</p>}
      {line.state === 'to-approve' && line.reviewedBy !== ties.person && (
        <PostButton
          visit={visit}
          action={retentionPaths.approve(line.episode)}
          text={`Approve destroying ${line.reference}`}
          look="secondary"
        />
      )}
      {line.state === 'to-approve' && line.reviewedBy === ties.person && <p class="govuk-hint">Another person approves it</p>}
      {keeps && <p class="govuk-body govuk-!-margin-bottom-0">{line.isHeld ? link('lift', 'Lift the hold') : link('hold', 'Hold')}</p>}
    </>
  )
}

function BackupNotice({ keeps }: { readonly keeps: boolean }): JSX.Element {
  return (
    <Fold title="What backups still hold">
      <p class="govuk-body">
        A backup holds what it held on its day, until it is deleted itself: a destroyed record is gone everywhere only when the oldest
        backup is. Whoever runs this house says how long that is.
      </p>
      <p class="govuk-body">
        A backup that is brought back brings back what was destroyed after it was made. Download the list of destroyed records after each
        destruction and keep it apart from backups. Given back here, it says which records are here again, and they are destroyed again once
        another person approves.
      </p>
      {keeps && (
        <p class="govuk-body">
          <a class="govuk-link" href={retentionPaths.giveBack()}>
            Give back the list, after a backup was brought back
          </a>
        </p>
      )}
    </Fold>
  )
}
