import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords, weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { type StatusMeaning, StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths, readingPaths } from '../paths.ts'
import type { JudgedFile } from '../queries/judged-files.ts'
import type { Meeting } from '../queries/meeting.ts'
import type { PackFile, Publication } from '../queries/publications.ts'
import type { ToldOne } from '../queries/told.ts'
import { packFileName } from '../rules/pack-name.ts'
import { publicationName } from '../words/publication.ts'
import { FileScores, outcomesIn } from './access-gaps.tsx'
import { ToldList } from './told-list.tsx'

/** How a publication went out: its files, who was told. */
export interface PublicationPageProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly meeting: Meeting
  readonly publication: Publication
  readonly files: readonly PackFile[]
  /** Files of papers that went out with it, as far as one may see them. */
  readonly brought: readonly JudgedFile[]
  /** Undefined for those who may not know. */
  readonly told: readonly ToldOne[] | undefined
  readonly mayWithdraw: boolean
}

const states: Readonly<Record<PackFile['state'], { readonly word: string; readonly meaning: StatusMeaning }>> = {
  waiting: { word: 'Waiting to be made', meaning: 'information' },
  ready: { word: 'Ready', meaning: 'good' },
  failed: { word: 'Not made', meaning: 'bad' },
}

const steps: Readonly<Record<string, string>> = {
  opening: 'Files being opened',
  setting: 'Being set',
  inserting: 'Files being laid in',
  searching: 'Being searched for exempt words',
}

/** The word of a file that is not made yet: until a worker takes it up, it waits. */
function wordOf({ state, report }: PackFile): string {
  if (state !== 'waiting') return states[state].word
  const { step, done, of } = (typeof report === 'object' && report !== null ? report : {}) as Record<string, unknown>
  const words = steps[String(step)] ?? states.waiting.word
  return typeof done === 'number' && typeof of === 'number' && of > 1 ? `${words}: ${done} of ${of}` : words
}

/** The progress of a publication and the evidence of its despatch (M7). */
export function PublicationPage(props: PublicationPageProps): JSX.Element {
  const { visit, board, meeting, publication, files, mayWithdraw } = props
  const name = publicationName(publication)
  const step = (one: 'retry' | 'withdraw' | 'words') => meetingPaths.publicationStep(meeting.id, publication.id, one)
  const waiting = files.some(({ state }) => state === 'waiting')
  const again = files.some(({ state }) => state !== 'ready')
  return (
    <Page
      visit={visit}
      title={`${name}, ${weekdayInWords(meeting.heldOn)}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
      ]}
      width="workspace"
    >
      <PageHead
        title={name}
        caption={`${board.name}, ${weekdayInWords(meeting.heldOn)}`}
        lead={`Published ${publication.timeKnown ? instantInWords(publication.publishedAt) : dayInWords(publication.publishedOn)}`}
        status={
          publication.withdrawnAt ? <StatusPill meaning="neutral">Withdrawn</StatusPill> : <StatusPill meaning="good">Published</StatusPill>
        }
      />
      {publication.withdrawnAt && (
        <div class="govuk-inset-text">
          Withdrawn on {instantInWords(publication.withdrawnAt)} because: {publication.withdrawnReason}
        </div>
      )}
      {!publication.withdrawnAt && (
        <Card title="Files" id="files">
          <DataTable
            caption="Files"
            hideCaption
            columns={[{ heading: 'File' }, { heading: 'State' }, { heading: 'Pages', numeric: true }, { heading: 'What happened' }]}
            rows={files.map((file) => fileRow(meeting, publication, file, mayWithdraw))}
            narrow="stack"
          />
          {waiting && (
            <p class="govuk-body">
              <a class="govuk-link" href={visit.path}>
                Check again
              </a>
            </p>
          )}
          {mayWithdraw && files.some((file) => file.edition === 'full' && findingsOf(file.report).length > 0) && (
            <p class="govuk-body">
              <a class="govuk-link" href={step('words')}>
                Look at the words that kept it back
              </a>
            </p>
          )}
          {again && mayWithdraw && <PostButton visit={visit} action={step('retry')} text="Make the files again" />}
        </Card>
      )}
      {!publication.withdrawnAt && (
        <FileScores
          title="Can everybody read the files?"
          files={props.brought}
          outcomes={[...files.filter(({ edition }) => edition === 'full'), ...files].flatMap(({ report }) => outcomesIn(report))}
        />
      )}
      {props.told && (
        <Card
          title={`Who was told: ${props.told.length}`}
          id="told"
          flush
          link={{ text: 'Proof of despatch', href: readingPaths.proof(meeting.id, publication.id) }}
        >
          <ToldList visit={visit} slug={board.slug} meeting={meeting.id} told={props.told} />
        </Card>
      )}
      {mayWithdraw && !publication.withdrawnAt && (
        <p class="govuk-body">
          <a class="govuk-link" href={step('withdraw')}>
            Withdraw this publication
          </a>
        </p>
      )}
    </Page>
  )
}

/** Where words of Part 2 were found is for those who prepare the pack: the page that holds them stands on the site. */
function fileRow(meeting: Meeting, publication: Publication, file: PackFile, mayKnowWhy: boolean) {
  const { meaning } = states[file.state]
  const words = file.edition === 'public' ? 'Public pack' : 'Full pack, for members'
  const replaced = replacedOf(file.report)
  const found = file.edition === 'full' ? findingsOf(file.report) : []
  return {
    cells: [
      file.state === 'ready' ? (
        <a class="govuk-link" href={meetingPaths.packFile(meeting.id, packFileName(publication, file.edition))}>
          {words}
        </a>
      ) : (
        words
      ),
      <StatusPill meaning={meaning}>{wordOf(file)}</StatusPill>,
      file.pages === null ? '' : String(file.pages),
      [
        mayKnowWhy ? file.problem : '',
        replaced.length > 0 ? `Characters that the fonts lack were printed as white squares: ${replaced.join(' ')}` : '',
        found.length > 0 ? `In the public pack was found: ${found.join('; ')}` : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    ],
  }
}

function listIn(report: unknown, name: string): readonly Record<string, unknown>[] {
  const held = typeof report === 'object' && report !== null ? (report as Record<string, unknown>)[name] : undefined
  return Array.isArray(held) ? held : []
}

const replacedOf = (report: unknown): readonly string[] => [
  ...new Set(listIn(report, 'replacedCharacters').map(({ character }) => String(character))),
]
const findingsOf = (report: unknown): readonly string[] =>
  [...new Set(listIn(report, 'findings').map(({ phrase }) => String(phrase)))].slice(0, 5)
