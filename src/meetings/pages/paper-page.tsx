import type { JSX } from 'hono/jsx/jsx-runtime'
import type { NoticeVerdict } from '#governance/public.ts'
import { dayOf } from '#platform/time/london.ts'
import { instantInWords, weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Columns } from '#platform/web/components/columns.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { DrawnField } from '#platform/web/form-page/form-fields.tsx'
import { emptyForm } from '#platform/web/forms.ts'
import { Button, Details } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, questionPaths } from '../paths.ts'
import type { AgendaItem } from '../queries/agenda.ts'
import { titleOf } from '../queries/agenda.ts'
import type { AskedKeyQuestion } from '../queries/key-questions.ts'
import type { Meeting } from '../queries/meeting.ts'
import type { PaperFile } from '../queries/paper-files.ts'
import type { PaperSecrecy } from '../queries/paper-secrecy.ts'
import type { LateConsent, PaperCheck, PaperRecord, PaperVersion } from '../queries/papers.ts'
import type { Lateness } from '../rules/late-papers.ts'
import { isWritable } from '../rules/paper.ts'
import { paperStateWords } from '../words/paper.ts'
import { verdictSentence } from '../words/publication.ts'
import { KeyAnswers } from './key-questions.tsx'
import { OwnBudgets, type OwnBudgetsProps } from './own-budgets.tsx'
import { PaperArticle } from './paper-article.tsx'
import { PaperChecks } from './paper-checks.tsx'
import { PaperFileList } from './paper-file-list.tsx'
import { PaperQuestions, type QuestionsOfPaper } from './paper-questions.tsx'
import { WhoMayRead } from './paper-secrecy.tsx'
import { PaperBefore, PaperComments, SentOn, type ShownOrigin } from './paper-travels.tsx'

/** A paper on its way: what it says, who must still look at it, what is due. */
export interface PaperPageProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly meeting: Meeting
  readonly item: AgendaItem
  readonly paper: PaperRecord
  readonly author: string
  /** Newest first; empty where none can be read. */
  readonly versions: readonly PaperVersion[]
  /** Of the newest version. */
  readonly files: readonly PaperFile[]
  readonly checks: readonly PaperCheck[]
  readonly consents: readonly LateConsent[]
  readonly consentsMissing: readonly string[]
  readonly verdict: NoticeVerdict | undefined
  readonly lateness: Lateness
  /** Characters that no font of the pack can show, each once. */
  readonly missingCharacters: readonly string[]
  readonly mayWrite: boolean
  readonly mayCheck: boolean
  readonly mayConsent: boolean
  /** What is said of it where it is exempt for itself. */
  readonly secrecy: PaperSecrecy | undefined
  readonly questions: QuestionsOfPaper
  /** Where it was before, where another board sent it on. */
  readonly before: ShownOrigin | undefined
  readonly sentOn: Parameters<typeof SentOn>[0]
  readonly keyQuestions: readonly AskedKeyQuestion[]
  readonly ownBudgets: OwnBudgetsProps
  /** What people said about its item. */
  readonly said?: JSX.Element | undefined
}

/** The page from which a paper is written, checked, cleared and corrected. */
export function PaperPage(props: PaperPageProps): JSX.Element {
  const { visit, board, meeting, item, paper, versions } = props
  const [newest] = versions
  const breadcrumbs = [
    { text: board.name, href: `/boards/${board.slug}` },
    { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
    { text: `Item ${item.number}`, href: meetingPaths.item(meeting.id, item.id) },
  ]
  const late = props.lateness === 'late'
  return (
    <Page visit={visit} title={paper.title} breadcrumbs={breadcrumbs} width="workspace">
      <PageHead
        title={paper.title}
        caption={`Paper for item ${item.number}: ${titleOf(item)}`}
        status={
          <>
            <StatusPill meaning={paper.state === 'published' ? 'good' : paper.state === 'cleared' ? 'information' : 'draft'}>
              {paper.state === 'draft' && paper.submittedAt ? 'Handed in' : paperStateWords[paper.state]}
            </StatusPill>{' '}
            {late && <StatusPill meaning="warning">Late</StatusPill>}
          </>
        }
      />
      {props.missingCharacters.length > 0 && (
        <div class="govuk-inset-text">
          The PDF cannot show these characters, and prints a white square in their place: {props.missingCharacters.join(' ')}. On the web
          page they are shown as you typed them.
        </div>
      )}
      {props.before && <PaperBefore {...props.before} />}
      <Columns
        main={
          <>
            {newest ? (
              <Written paper={paper} version={newest} files={props.files} forKeepers={props.mayWrite || props.mayCheck} />
            ) : (
              <p class="gt-missing">Nothing is written yet</p>
            )}
            <KeyAnswers
              questions={props.keyQuestions}
              id="key-questions"
              answer={
                props.mayWrite && (paper.state === 'draft' || paper.state === 'in_checking') ? questionPaths.answers(paper.id) : undefined
              }
            />
            <OwnBudgets {...props.ownBudgets} />
            {props.said}
            {props.before && <PaperComments origin={props.before.origin} id="comments" />}
            <PaperQuestions {...props.questions} visit={visit} title={paper.title} id="questions" />
          </>
        }
        aside={<Aside {...props} />}
      />
    </Page>
  )
}

function Written(props: {
  readonly paper: PaperRecord
  readonly version: PaperVersion
  readonly files: readonly PaperFile[]
  readonly forKeepers: boolean
}): JSX.Element {
  const { paper, version, files } = props
  return (
    <Card
      title={version.state === 'draft' ? `Draft${version.number > 1 ? ` of version ${version.number}` : ''}` : `Version ${version.number}`}
      id="text"
      lead={`Saved ${instantInWords(version.madeAt)}`}
    >
      <PaperArticle title={paper.title} fields={version.fields} tree={version.tree} />
      <PaperFileList paper={paper.id} files={files} forKeepers={props.forKeepers} />
    </Card>
  )
}

function Aside(props: PaperPageProps): JSX.Element {
  const { visit, paper, versions, mayWrite, mayCheck } = props
  const draft = versions.find(({ state }) => state === 'draft')
  const step = (name: Parameters<typeof meetingPaths.paperStep>[1]) => meetingPaths.paperStep(paper.id, name)
  return (
    <>
      <Card title="What you can do" id="acts">
        {mayWrite && draft && isWritable(paper.state, true) && (
          <p class="govuk-body">
            <a class="govuk-button" href={step('edit')}>
              Write
            </a>
          </p>
        )}
        {mayWrite && draft && isWritable(paper.state, true) && (
          <p class="govuk-body">
            <a class="govuk-link" href={meetingPaths.paperFiles(paper.id)}>
              {props.files.length === 0 ? 'Add files' : 'Add or change files'}
            </a>
          </p>
        )}
        {mayWrite && draft && !paper.submittedAt && paper.state !== 'published' && (
          <PostButton visit={visit} action={step('hand-in')} text="Hand in" />
        )}
        {mayCheck && (paper.state === 'draft' || paper.state === 'in_checking') && draft && (
          <PostButton visit={visit} action={step('clear')} text="Clear for publication" />
        )}
        {mayCheck && paper.state === 'cleared' && <SendBack visit={visit} action={step('return')} />}
        {mayWrite && !draft && versions.length > 0 && paper.state !== 'withdrawn' && (
          <PostButton
            visit={visit}
            action={step('correct')}
            text={paper.state === 'published' ? 'Correct this paper' : 'Open a new draft'}
          />
        )}
        {mayCheck && draft && paper.state === 'published' && (
          <PostButton visit={visit} action={step('publish-correction')} text="Publish the correction" look="primary" />
        )}
        {!mayWrite && !mayCheck && <p class="govuk-body">You can read this paper.</p>}
      </Card>
      <WhoMayRead {...props} />
      <Card title="Deadline" id="deadline">
        <dl class="gt-stacked">
          <dt>Author</dt>
          <dd>{props.author}</dd>
          <dt>Due</dt>
          <dd>{props.verdict ? verdictSentence(props.verdict) : <span class="gt-missing">The terms state no deadline</span>}</dd>
          <dt>Handed in</dt>
          <dd>{paper.submittedAt ? weekdayInWords(dayOf(paper.submittedAt)) : <span class="gt-missing">Not yet</span>}</dd>
        </dl>
        <Consents {...props} />
      </Card>
      {(props.checks.length > 0 || mayCheck) && <PaperChecks {...props} />}
      <SentOn {...props.sentOn} />
      {versions.length > 1 && (
        <Card title="Versions" id="versions">
          <ul class="govuk-list">
            {versions.map((version, index) => (
              <li>
                <a class="govuk-link" href={meetingPaths.paperVersion(paper.id, version.number)}>
                  Version {version.number}
                </a>
                , {version.state}
                {version.reason && `: ${version.reason}`}
                <WhatChanged paper={paper.id} from={versions[index + 1]?.number} to={version.number} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

function WhatChanged({
  paper,
  from,
  to,
}: {
  readonly paper: string
  readonly from: number | undefined
  readonly to: number
}): JSX.Element | null {
  if (from === undefined) return null
  return (
    <>
      <br />
      <a class="govuk-link" href={meetingPaths.comparePaper(paper, from, to)}>
        What changed since version {from}
      </a>
    </>
  )
}

function SendBack({ visit, action }: { readonly visit: Visit; readonly action: string }): JSX.Element {
  return (
    <Details summaryText="Give it back to its author">
      <form method="post" action={action}>
        <CsrfField visit={visit} />
        <DrawnField field={{ kind: 'lines', id: 'back-note', name: 'note', label: 'What must change?', rows: 3 }} form={emptyForm()} />
        <Button text="Give back" classes="govuk-button--secondary" />
      </form>
    </Details>
  )
}

function Consents({ visit, paper, consents, consentsMissing, mayConsent, lateness }: PaperPageProps): JSX.Element | null {
  if (lateness !== 'late') return null
  return (
    <>
      {consents.map(({ consenter, person, reason, at }) => (
        <p class="govuk-body">
          {consenter}: {person} consented on {instantInWords(at)}. {reason}
        </p>
      ))}
      {consentsMissing.length > 0 && <p class="govuk-body">By the terms it still needs the consent of: {consentsMissing.join(', ')}.</p>}
      {mayConsent && consentsMissing.length > 0 && (
        <Details summaryText="Record a consent">
          <form method="post" action={meetingPaths.paperStep(paper.id, 'consent')}>
            <CsrfField visit={visit} />
            <DrawnField
              field={{
                kind: 'select',
                id: 'consent-consenter',
                name: 'consenter',
                label: 'As',
                options: consentsMissing.map((name) => ({ value: name, text: name })),
              }}
              form={emptyForm()}
            />
            <DrawnField field={{ kind: 'line', id: 'consent-person', name: 'person', label: 'Who consented?' }} form={emptyForm()} />
            <DrawnField field={{ kind: 'lines', id: 'consent-reason', name: 'reason', label: 'Why?', rows: 3 }} form={emptyForm()} />
            <Button text="Record consent" classes="govuk-button--secondary" />
          </form>
        </Details>
      )}
    </>
  )
}
