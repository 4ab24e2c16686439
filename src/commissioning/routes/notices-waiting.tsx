import type { Hono } from 'hono'
import { type AskedBoard, withBody } from '#governance/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { completeNotice } from '../commands/notices.ts'
import { contractPaths, noticePaths } from '../contract-paths.ts'
import { parseCompletion } from '../forms/notices.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { NoticesWaitingPage, type WaitingProcess } from '../pages/notices-waiting-page.tsx'
import { guard } from '../permission.ts'
import { listRegimes } from '../queries/contract-rules.ts'
import { findKnownNotices, findNoticeAddresses, findNoticeRelease, listCompletions } from '../queries/notices.ts'
import { type CompletedField, missingOf } from '../rules/notices/completion.ts'
import { type PlannedProcess, planNotices } from '../rules/notices/plan.ts'
import { completedWords } from '../words/notices.ts'
import { organisationOptions } from './choices.ts'
import { noticesGate, noticesOf } from './contract-gates.ts'
import { formAt } from './endpoint.ts'
import { begin } from './gates.ts'

type AskedNotice = AskedBoard & { readonly notice: Awaited<ReturnType<typeof findNoticeRelease>> }

/** Recorded notices that wait for a person, and the form that completes one; for the clerk who keeps the contracts of a board. */
export function waitingNoticeRoutes(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  pageAt(app, needs, '/boards/:slug/contracts/notices/waiting', noticesGate(), async ({ reader, visit, body }) => {
    const [known, addresses] = await Promise.all([findKnownNotices(reader, body.id), findNoticeAddresses(reader, body.id)])
    const waiting = planNotices([], known, true).processes.flatMap((one) => waitingOf(one, addresses))
    return <NoticesWaitingPage visit={visit} board={body} waiting={waiting} />
  })
  formAt(app, needs, '/notice-releases/:release/complete', releaseGate, async (asked) =>
    form(await completionShape(asked), parseCompletion, async (doer, input) =>
      leadTo(await completeNotice(needs, doer, asked.notice, input), ({ contract }) =>
        contract === undefined ? noticePaths.waiting(asked.body.slug) : contractPaths.contract(contract),
      ),
    ),
  )
}

const releaseGate: Gate<AskedNotice> = async (reader, c) => {
  const asked = await begin(reader, c)
  const notice = await findNoticeRelease(reader, asked.part('release'))
  guard.demandOf(asked.standing, asked.visit, noticesOf(notice.body), 'bring')
  return { ...(await withBody(asked, notice.body)), notice }
}

function waitingOf(
  { ocid, what, because, process, buyer, differs, isByHand }: PlannedProcess,
  addresses: Awaited<ReturnType<typeof findNoticeAddresses>>,
): readonly WaitingProcess[] {
  const at = addresses.get(ocid)
  const missing = what === 'kept' && because !== 'cancelled' ? missingOf(process, buyer) : []
  const other = what === 'ours' || isByHand ? [] : differs.map(({ field }) => field)
  if (at === undefined || missing.length + other.length === 0) return []
  return [{ ocid, ...at, title: process.title, buyers: process.buyers.map(({ name }) => name).join('; '), missing, differs: other }]
}

async function completionShape(asked: AskedNotice): Promise<FormShape> {
  const { reader, body, notice } = asked
  const [known, lines, regimes, organisations] = await Promise.all([
    findKnownNotices(reader, body.id),
    listCompletions(reader, body.id, notice.ocid),
    listRegimes(reader),
    organisationOptions(asked),
  ])
  const planned = planNotices([], known, true).processes.find(({ ocid }) => ocid === notice.ocid)
  const said = planned?.completion
  const asksFor = new Set<CompletedField>([
    ...(planned ? missingOf(planned.process, planned.buyer) : []),
    ...(['title', 'regime', 'startsOn', 'buyer'] as const).filter((field) => said?.[field] !== undefined),
  ])
  const fields: Readonly<Record<CompletedField, FieldSpec>> = {
    title: { kind: 'line', name: 'title', label: 'What is bought?', hint: 'No names, initials or ages of people: others will read it' },
    regime: {
      ...{ kind: 'radios', name: 'regime', label: 'Under which law or practice?' },
      options: regimes.map(({ code, name, source }) => ({ value: code, text: name, ...(source === '' ? {} : { hint: source }) })),
    },
    startsOn: { kind: 'day', name: 'startsOn', label: 'On which day does the contract begin?' },
    buyer: { kind: 'select', name: 'buyer', label: 'Which of our agencies buys?', options: organisations, none: 'Not known' },
  }
  const word = (field: CompletedField, value: string): string => {
    if (field === 'regime') return regimes.find(({ code }) => code === value)?.name ?? value
    if (field === 'buyer') return organisations.find((one) => one.value === value)?.text ?? 'Another of our agencies'
    return field === 'startsOn' ? dayInWords(Temporal.PlainDate.from(value)) : value
  }
  const isDone = asksFor.size === 0
  return {
    title: planned?.process.title || 'A process without a title',
    caption: 'Complete what the notices do not say',
    lead: isDone
      ? 'Nothing is missing here.'
      : 'What you say stands, also where a later notice says something else: that is then shown here, and you decide.',
    breadcrumbs: crumbsOf(
      body,
      { text: 'Contracts', href: contractPaths.ofBoard(body.slug) },
      { text: 'Notices of buying', href: noticePaths.ofBoard(body.slug) },
      { text: 'Notices to complete', href: noticePaths.waiting(body.slug) },
    ),
    closed: isDone,
    above: <Said planned={planned} ocid={notice.ocid} lines={lines} word={word} />,
    groups: [
      {
        fields: [
          ...(['title', 'regime', 'startsOn', 'buyer'] as const).filter((field) => asksFor.has(field)).map((field) => fields[field]),
          {
            kind: 'line',
            name: 'source',
            label: 'Where does this come from?',
            hint: 'For example the signed contract, or the service that published the notices',
          },
        ],
      },
    ],
    submit: 'Complete it',
    first: {
      ...{ title: said?.title ?? '', regime: said?.regime ?? '', buyer: said?.buyer ?? '' },
      ...dayValues('startsOn', said?.startsOn),
    },
    cancel: noticePaths.waiting(body.slug),
  }
}

/** What is known of the process so far: who buys by its notices, where they read otherwise, and what was completed before. */
function Said({
  planned,
  ocid,
  lines,
  word,
}: {
  readonly planned: PlannedProcess | undefined
  readonly ocid: string
  readonly lines: Awaited<ReturnType<typeof listCompletions>>
  readonly word: (field: CompletedField, value: string) => string
}) {
  const fieldsOf = (line: (typeof lines)[number]) =>
    (['title', 'regime', 'startsOn', 'buyer'] as const).flatMap((field) =>
      line[field] === undefined ? [] : [[field, String(line[field])] as const],
    )
  return (
    <>
      <p class="govuk-body">
        {`Process ${ocid}. Buyer by the notices: ${planned?.process.buyers.map(({ name }) => name).join('; ') || 'not said'}.`}
      </p>
      {planned?.differs.map(({ field, notices, person }) => (
        <p class="govuk-body">
          <strong>{`${completedWords[field]}:`}</strong>{' '}
          {`the notices now say “${word(field, notices)}”; “${word(field, person)}” was completed and stands.`}
        </p>
      ))}
      {lines.length > 0 && (
        <DataTable
          caption="Completed before"
          narrow="stack"
          columns={[{ heading: 'What' }, { heading: 'Completed' }, { heading: 'Where it comes from' }, { heading: 'Day' }]}
          rows={lines.flatMap((line) =>
            fieldsOf(line).map(([field, value]) => ({
              cells: [completedWords[field], word(field, value), line.source, dayInWords(line.enteredOn)],
            })),
          )}
        />
      )}
    </>
  )
}
