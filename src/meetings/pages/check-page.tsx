import type { JSX } from 'hono/jsx/jsx-runtime'
import { weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField, VersionField } from '#platform/web/components/csrf-field.tsx'
import { Verdicts } from '#platform/web/components/verdict.tsx'
import { DrawnField } from '#platform/web/form-page/form-fields.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, Details, WarningText } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import { rawMarkup } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { breachField } from '../forms/publication.ts'
import { meetingPaths } from '../paths.ts'
import { titleOf } from '../queries/agenda.ts'
import type { BoardNotice } from '../queries/board-notices.ts'
import type { JudgedFile } from '../queries/judged-files.ts'
import type { Meeting } from '../queries/meeting.ts'
import type { ShownItem } from '../queries/meeting-page.ts'
import type { PaperRecord, PaperVersion } from '../queries/papers.ts'
import type { PublishCheck } from '../queries/publish-check.ts'
import type { Addressee } from '../rules/addressees.ts'
import { publicationWords, publishProblemWords, ruleInWords, verdictAfterColon } from '../words/publication.ts'
import { FileScores } from './access-gaps.tsx'
import { agendaTable } from './meeting-page.tsx'
import { PaperArticle } from './paper-article.tsx'
import { WhoWillBeTold } from './who-will-be-told.tsx'

/** The last look before publishing. */
export interface CheckPageProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly meeting: Meeting
  readonly check: PublishCheck
  /** The agenda exactly as a visitor would see it; empty where the public sees nothing. */
  readonly publicAgenda: readonly ShownItem[]
  /** Papers that would go out, with their text. */
  readonly papers: readonly { readonly paper: PaperRecord; readonly version: PaperVersion }[]
  /** Files that would go out with them, with how well everybody can read them. */
  readonly files: readonly JudgedFile[]
  /** Who will be told, once each, and by which lists. */
  readonly addressees: readonly Addressee[]
  readonly form: FormState
}

/** What the public will see comes first; then what only members see, whether the rules are kept, and the button (M6). */
export function CheckPage(props: CheckPageProps): JSX.Element {
  const { visit, board, meeting, check } = props
  return (
    <Page
      visit={visit}
      title="Check and publish"
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
        { text: 'Prepare the meeting', href: meetingPaths.prepare(meeting.id) },
      ]}
      width="workspace"
      problems={props.form.problems}
    >
      <PageHead
        title="Check and publish"
        caption={`${board.name}, ${weekdayInWords(meeting.heldOn)}: ${publicationWords[check.kind].toLowerCase()}`}
      />
      <PublicView {...props} />
      <MembersView {...props} />
      <FileScores
        title="Can everybody read the files?"
        lead="What is missing is said on the agenda, on the item’s page and in the pack, with whom to ask"
        files={props.files}
        mayGiveBack
      />
      {check.toTable.length > 0 && (
        <p class="govuk-body">
          Tabled, and published once the meeting has begun: the report of item{' '}
          {check.toTable.map(({ itemNumber }) => itemNumber).join(', ')}.
        </p>
      )}
      <Rules {...props} />
      <WhoWillBeTold addressees={props.addressees} slug={board.slug} />
      <Publish {...props} />
    </Page>
  )
}

function PublicView({ meeting, publicAgenda, papers }: CheckPageProps): JSX.Element {
  const open = papers.filter(({ paper }) => paper.category === 'public')
  if (meeting.sight !== 'public') {
    const words =
      meeting.sight === 'draft'
        ? 'The meeting is not announced yet, so nobody outside sees anything of it.'
        : 'This meeting is private: the public sees nothing of it.'
    return (
      <Card title="What the public will see" id="public-view">
        <p class="govuk-body">{words}</p>
      </Card>
    )
  }
  return (
    <Card
      title="What the public will see"
      id="public-view"
      lead="Exactly this, on the meeting’s page, in the public pack, in feeds and search"
    >
      {rawMarkup(agendaTable(meeting.id, publicAgenda, 'Attached. Its pages are numbered when the pack is made'))}
      <h3 class="govuk-heading-s gt-space-above">Papers in the public pack</h3>
      {open.length === 0 && <p class="gt-missing">None</p>}
      {open.map(({ paper, version }) => (
        <Details summaryText={paper.title}>
          <PaperArticle title={paper.title} fields={version.fields} tree={version.tree} prefix={`p${paper.id.slice(-6)}-`} offset={3} />
        </Details>
      ))}
    </Card>
  )
}

function MembersView({ check, papers, meeting }: CheckPageProps): JSX.Element | null {
  const closed = check.agenda.filter((item) => item.category !== 'public' && !item.withdrawnAt)
  const all = meeting.sight === 'members' ? check.agenda.filter((item) => !item.withdrawnAt) : closed
  if (all.length === 0) return null
  return (
    <Card title="What only members will see besides" id="members-view">
      <ul class="govuk-list govuk-list--bullet">
        {all.map((item) => (
          <li>
            {item.number} {titleOf(item)}
            {item.category !== 'public' && ` (the public reads: ${item.publicTitle})`}
            {papers.filter(({ paper }) => paper.item === item.id).map(({ paper }) => `. Paper: ${paper.title}`)}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Rules({ check, visit, addressees }: CheckPageProps): JSX.Element {
  const { problems } = check
  const notices = check.notices.map((notice) => noticeVerdict(check, notice, visit.today))
  const ready = {
    title: 'Agenda and papers',
    meaning: problems.length === 0 ? ('good' as const) : ('bad' as const),
    word: problems.length === 0 ? 'Ready' : 'Not ready',
    demands: 'Every report that is announced as attached is cleared, and late ones have the consents that the terms name.',
    evidence:
      problems.length === 0
        ? `${check.ready.length} ${check.ready.length === 1 ? 'paper goes' : 'papers go'} out now.`
        : problems.map(publishProblemWords).join('. '),
  }
  const mailed = addressees.filter(({ email, way }) => way === 'email' && email !== '')
  const withoutAddress = addressees.filter(({ email, way }) => way === 'email' && email === '')
  const told = {
    title: 'Distribution',
    meaning: withoutAddress.length > 0 ? ('warning' as const) : ('good' as const),
    word: `${mailed.length} will be mailed`,
    demands: 'Everybody on the board’s list is told when it is published, with a calendar entry; so are the lists that it concerns.',
    evidence:
      withoutAddress.length === 0
        ? 'Everybody has an address.'
        : `No address is recorded for: ${withoutAddress.map(({ name }) => name).join(', ')}.`,
  }
  return (
    <Card title="Are the rules kept?" id="rules">
      <Verdicts verdicts={[...notices, ready, told]} />
    </Card>
  )
}

/** How notice stands for one board at the table if it goes out today. */
function noticeVerdict({ kind, breaches, notices }: PublishCheck, { body, deadline, verdict }: BoardNotice, today: Temporal.PlainDate) {
  const late = verdict?.state === 'late'
  const isUnknown = !verdict || verdict.state === 'not-known'
  const breach = breaches.find(({ ofBody }) => ofBody === body.id)
  return {
    title: notices.length > 1 ? `Notice, by the rules of ${body.name}` : 'Notice',
    meaning: isUnknown ? ('unknown' as const) : late ? ('bad' as const) : ('good' as const),
    word: isUnknown ? 'Nobody can say' : late ? 'Late' : 'In time',
    demands: deadline.rule
      ? `Agenda and papers are out ${ruleInWords(deadline.rule)}.`
      : 'The terms state no day by which agenda and papers are out.',
    evidence: verdict ? `If published today, ${weekdayInWords(today)}: ${verdictAfterColon(verdict)}.` : 'There is nothing to judge.',
    source: deadline.source === '' ? undefined : deadline.source,
    advice:
      late && kind === 'pack'
        ? breach
          ? `Recorded already: ${breach.reason} Approved by ${breach.approver}.`
          : 'Give the reason and who approved it below.'
        : undefined,
  }
}

function Publish({ visit, meeting, check, form }: CheckPageProps): JSX.Element {
  if (check.problems.length > 0) {
    return (
      <Card title="Before it can be published" id="publish">
        <ul class="govuk-list govuk-list--bullet">
          {check.problems.map((problem) => (
            <li>{publishProblemWords(problem)}</li>
          ))}
        </ul>
      </Card>
    )
  }
  return (
    <Card title="Publish" id="publish">
      <form method="post" action={meetingPaths.publish(meeting.id)} novalidate>
        <CsrfField visit={visit} />
        <VersionField version={meeting.version} />
        <WhyLate check={check} form={form} />
        <WarningText
          text="Once published, nothing changes silently: a paper is corrected as a new version, and what must not be out is withdrawn with a reason."
          iconFallbackText="Warning"
        />
        <Button text={`Publish ${check.kind === 'pack' ? 'agenda and papers' : 'the supplement'}`} preventDoubleClick />
      </form>
    </Card>
  )
}

/** Asks of each board whose notice is late why, and who approved it: each has its own rule, and so its own reason. */
function WhyLate({ check: { unanswered, notices }, form }: Pick<CheckPageProps, 'check' | 'form'>): JSX.Element {
  const isOnly = unanswered.length === 1
  const nameOf = (board: string): string => notices.find(({ body }) => body.id === board)?.body.name ?? ''
  const asked = unanswered.map((board) => ({ board, forWhom: isOnly ? '' : ` for ${nameOf(board)}` }))
  return (
    <>
      {asked.map(({ board, forWhom }) => (
        <>
          <DrawnField
            field={{
              ...{ kind: 'lines', name: breachField('breachReason', board, isOnly), label: `Why is the notice late${forWhom}?` },
              ...{ hint: 'Shown on the notice page', rows: 3 },
            }}
            form={form}
          />
          <DrawnField
            field={{
              ...{ kind: 'line', name: breachField('breachApprover', board, isOnly), label: `Who approved publishing late${forWhom}?` },
            }}
            form={form}
          />
        </>
      ))}
    </>
  )
}
