import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords, weekdayInWords } from '#platform/time/words.ts'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, readingPaths } from '../paths.ts'
import type { Action } from '../queries/actions.ts'
import { type AgendaItem, titleOf } from '../queries/agenda.ts'
import type { AskedKeyQuestion } from '../queries/key-questions.ts'
import type { Meeting } from '../queries/meeting.ts'
import type { PaperFile } from '../queries/paper-files.ts'
import type { PaperRecord, PaperVersion } from '../queries/papers.ts'
import type { OnwardPaper } from '../queries/sent-papers.ts'
import type { Submission } from '../queries/submissions.ts'
import { rangeInWords } from '../rules/pages.ts'
import type { HeldBack } from '../rules/paper-secrecy.ts'
import { categoryWords, paragraphsInWords, purposeWords, reportStatusWords } from '../words/agenda.ts'
import { heldBackSentence } from '../words/part-two.ts'
import { KeyAnswers } from './key-questions.tsx'
import { MattersArisingTable } from './matters-arising-page.tsx'
import { PaperArticle } from './paper-article.tsx'
import { PaperFileList } from './paper-file-list.tsx'
import { PaperQuestions, type QuestionsOfPaper } from './paper-questions.tsx'
import { PaperBefore, PaperComments, PaperOnward, type ShownOrigin } from './paper-travels.tsx'
import { SubmissionEntry } from './submission-pages.tsx'
import { type TopicsView, topicsFact } from './topic-links.tsx'

/** A published paper with where it stands in the pack. */
export interface ItemPaper {
  readonly paper: PaperRecord
  readonly version: PaperVersion
  readonly files: readonly PaperFile[]
  readonly first: string
  readonly last: string
  /** Numbers of versions that can be read, newest first. */
  readonly versions: readonly number[]
  readonly questions: QuestionsOfPaper
  /** What the board asks of it, with its author's answers. */
  readonly keyQuestions: readonly AskedKeyQuestion[]
  /** Where it was before, where another board sent it on. */
  readonly before: ShownOrigin | undefined
  /** Where it went on to. */
  readonly onward: readonly OnwardPaper[]
}

/** An item with its papers, as far as whoever reads may see. */
export interface ItemPageProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly meeting: Meeting
  readonly item: AgendaItem
  readonly papers: readonly ItemPaper[]
  /** Questions, petitions and declarations that stand under it, as far as the reader may see them. */
  readonly brought: readonly Submission[]
  /** Open actions of earlier meetings, at the item of the last minutes. */
  readonly arising: readonly Action[]
  /** What the item is about besides its papers: the minutes to be approved, matters arising. */
  readonly links: readonly { readonly href: string; readonly text: string }[]
  /** One's own note, '' for none; undefined for a visitor, and for an account that belongs to nobody. */
  readonly ownNote: string | undefined
  /** Versions of the papers here that one has not read; undefined for a visitor, and for an account that belongs to nobody. */
  readonly unread: readonly string[] | undefined
  /** Where it was exempt until then. */
  readonly released: { readonly on: Temporal.PlainDate; readonly note: string } | undefined
  /** Corrections that went out after what stands here, and were withdrawn. */
  readonly withdrawnCorrections: readonly { readonly on: Temporal.PlainDate; readonly reason: string }[]
  readonly topics: TopicsView
  /** Papers of an open item that are held back, as everybody may read of them; those that the reader may read are shown besides. */
  readonly heldBack: readonly HeldBack[]
  /** What people said about it. */
  readonly said?: JSX.Element | undefined
}

/** An item of an agenda with its paper as a web page. */
export function ItemPage({
  visit,
  board,
  meeting,
  item,
  papers,
  brought,
  arising,
  links,
  withdrawnCorrections,
  released,
  ownNote,
  unread,
  topics,
  heldBack,
  said,
}: ItemPageProps): JSX.Element {
  const { content } = item
  const facts = [
    { label: 'Purpose', value: item.purpose === 'not_stated' ? <span class="gt-missing">Not stated</span> : purposeWords[item.purpose] },
    ...(content?.presenter ? [{ label: 'Presented by', value: content.presenter }] : []),
    {
      label: 'Report',
      value: papers.length > 0 ? papers.map((paper) => rangeInWords(paper) || 'Attached').join(', ') : reportStatusWords[item.reportStatus],
    },
    ...(item.category === 'public' ? [] : [{ label: 'Access', value: `${categoryWords[item.category]}, ${paragraphsInWords(item)}` }]),
    ...(item.category === 'exempt' && item.publicConclusion !== '' ? [{ label: 'Why it is private', value: item.publicConclusion }] : []),
    ...(content?.urgentReason ? [{ label: 'Why it is urgent', value: content.urgentReason }] : []),
    ...[topicsFact(topics)].filter((fact) => fact !== undefined),
  ]
  return (
    <Page
      visit={visit}
      title={`${item.number} ${titleOf(item)}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
      ]}
    >
      <PageHead
        title={titleOf(item)}
        caption={`Item ${item.number}, ${weekdayInWords(meeting.heldOn)}`}
        status={
          item.withdrawnAt ? (
            <StatusPill meaning="neutral">Withdrawn</StatusPill>
          ) : item.category === 'public' ? undefined : (
            <StatusPill meaning="exempt">Part 2</StatusPill>
          )
        }
      />
      {item.withdrawnAt && (
        <div class="govuk-inset-text">
          This item was withdrawn on {dayInWords(dayOf(item.withdrawnAt))}
          {item.withdrawnReason && ` because: ${item.withdrawnReason}`}
        </div>
      )}
      {released && (
        <div class="govuk-inset-text">
          Released on {dayInWords(released.on)}. {released.note}
        </div>
      )}
      {withdrawnCorrections.map(({ on, reason }) => (
        <div class="govuk-inset-text">
          What stands here is the version before a correction, which was withdrawn on {dayInWords(on)} because: {reason}
        </div>
      ))}
      <KeyFacts facts={facts} />
      {ownNote !== undefined && <OwnNote note={ownNote} address={readingPaths.note(meeting.id, item.id)} />}
      {content?.summary && <p class="govuk-body">{content.summary}</p>}
      {item.category !== 'public' && !content && (
        <p class="govuk-body">This item is not for publication, so its report can be read by members only.</p>
      )}
      {links.length > 0 && (
        <ul class="govuk-list">
          {links.map(({ href, text }) => (
            <li>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {said}
      {arising.length > 0 && <h2 class="govuk-heading-m">Matters arising</h2>}
      {arising.length > 0 && <MattersArisingTable actions={arising} today={visit.today} />}
      {brought.length > 0 && <h2 class="govuk-heading-m">Questions and petitions</h2>}
      {brought.length > 0 && (
        <ul class="gt-card-grid">
          {brought.map((submission) => (
            <SubmissionEntry submission={submission} withState={false} level={3} />
          ))}
        </ul>
      )}
      {papers.map((paper, index) => (
        <PaperSection {...paper} visit={visit} index={index} />
      ))}
      {heldBack.length > 0 && <HeldBackPapers heldBack={heldBack} />}
      {unread !== undefined && papers.length > 0 && (
        <ReadMark visit={visit} action={readingPaths.read(meeting.id, item.id)} unread={unread} list={readingPaths.reading(meeting.id)} />
      )}
    </Page>
  )
}

/** Papers of the item that not everybody reads: that there are some, and why. */
function HeldBackPapers({ heldBack }: Pick<ItemPageProps, 'heldBack'>): JSX.Element {
  return (
    <section aria-labelledby="held-back">
      <h2 class="govuk-heading-m" id="held-back">
        Not for publication
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {heldBack.map((one) => (
          <li>{heldBackSentence(one)}</li>
        ))}
      </ul>
    </section>
  )
}

function PaperSection(props: ItemPaper & { readonly visit: Visit; readonly index: number }): JSX.Element {
  const { paper, version, files, first, last, versions, index } = props
  const range = rangeInWords({ first, last })
  return (
    <section aria-labelledby={`paper-${index}`}>
      <h2 class="govuk-heading-l" id={`paper-${index}`}>
        {paper.title}
      </h2>
      {(range || version.number > 1) && (
        <p class="govuk-body">
          {range && `${range} of the pack. `}
          {version.number > 1 && `Corrected: ${version.reason} `}
          {version.number > 1 &&
            versions
              .filter((number) => number < version.number)
              .map((number) => (
                <a class="govuk-link" href={meetingPaths.paperVersion(paper.id, number)}>
                  Read version {number}, which it replaced
                </a>
              ))}
          {version.number > 1 && versions.includes(version.number - 1) && (
            <>
              {' '}
              <a class="govuk-link" href={meetingPaths.comparePaper(paper.id, version.number - 1, version.number)}>
                See what changed since version {version.number - 1}
              </a>
            </>
          )}
        </p>
      )}
      {props.before && <PaperBefore {...props.before} />}
      <PaperOnward onward={props.onward} />
      <PaperArticle title={paper.title} fields={version.fields} tree={version.tree} prefix={index === 0 ? '' : `paper${index}-`} />
      <PaperFileList paper={paper.id} files={files} />
      <KeyAnswers questions={props.keyQuestions} id={`key-questions-${index}`} />
      {props.before && <PaperComments origin={props.before.origin} id={`comments-${index}`} />}
      <PaperQuestions {...props.questions} visit={props.visit} title={paper.title} id={`questions-${index}`} />
    </section>
  )
}

interface ReadMarkProps {
  readonly visit: Visit
  readonly action: string
  readonly unread: readonly string[]
  /** One's reading of the meeting. */
  readonly list: string
}

/** Says that one has read what stands here. The script says it too, once the first paper has been on the screen. */
function ReadMark({ visit, action, unread, list }: ReadMarkProps): JSX.Element {
  return (
    <div class="gt-no-print" id="read">
      {unread.length > 0 && (
        <form class="gt-post-button" method="post" action={action} data-when-shown="paper-0">
          <CsrfField visit={visit} />
          {unread.map((version) => (
            <input type="hidden" name="version" value={version} />
          ))}
          <button type="submit" class="govuk-button govuk-button--secondary">
            Mark as read
          </button>
        </form>
      )}
      <p class="govuk-body" data-once-read hidden={unread.length > 0}>
        You have read this.{' '}
        <a class="govuk-link" href={list}>
          Your reading of the meeting
        </a>
      </p>
    </div>
  )
}

/** A note for oneself, which nobody else sees. */
function OwnNote({ note, address }: { readonly note: string; readonly address: string }): JSX.Element {
  return (
    <div class="govuk-inset-text">
      {note !== '' && <p class="govuk-body">Your note: {note.length > 300 ? `${note.slice(0, 300)}…` : note}</p>}
      <a class="govuk-link" href={address}>
        {note === '' ? 'Add a note for yourself' : 'Change your note'}
      </a>
    </div>
  )
}
