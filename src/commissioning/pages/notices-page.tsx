import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, FileUpload } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { contractPaths, noticePaths } from '../contract-paths.ts'
import { type FileLoad, isUnderWay, type WatchedLoad } from '../queries/file-loads.ts'
import type { listBuyers, listNoticeFiles, NoticeFileRow } from '../queries/notices.ts'
import type { Oddity } from '../rules/notices/oddity.ts'
import type { PlannedProcess } from '../rules/notices/plan.ts'
import { keptWords, oddityWords, plannedWords } from '../words/notices.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { howFar, LastLoad, LoadProgress } from './load-progress.tsx'

interface Common {
  readonly visit: Visit
  readonly board: BoardName
}

/** What stands on a page of a list before the rest is folded or only counted. */
const SHOWN = 100

/** Files of notices that a board brought, and by which numbers its buyers are known. */
export function NoticesPage(
  props: Common & {
    readonly files: Awaited<ReturnType<typeof listNoticeFiles>>
    readonly loads: ReadonlyMap<string, FileLoad>
    readonly buyers: Awaited<ReturnType<typeof listBuyers>>
    readonly form: FormState
  },
): JSX.Element {
  const { visit, board, files, loads, buyers, form } = props
  const lead =
    'Bring a file of notices as Find a Tender and other services give them out (OCDS). You see what it holds and what is odd about it before anything is loaded.'
  return (
    <Page
      visit={visit}
      title="Notices of buying"
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Contracts', href: contractPaths.ofBoard(board.slug) })}
      problems={form.problems}
    >
      <PageHead title="Notices of buying" caption={board.name} lead={lead} />
      {boardNavigation(board.slug, 'commissioning')}
      <Card title="Bring a file" id="bring">
        <form method="post" action={visit.path} enctype="multipart/form-data" novalidate>
          <CsrfField visit={visit} />
          <FileUpload
            id="file"
            name="file"
            label={{ text: 'The file, JSON', classes: 'govuk-label--s' }}
            hint={{ text: 'As you downloaded it, at most 20 MB and 5,000 notices. Names of contact people are left out' }}
            errorMessage={form.error('file')}
          />
          <Button text="Look at the file" preventDoubleClick />
        </form>
      </Card>
      <Card title="Our buyers in notices" id="buyers" flush={buyers.length > 0}>
        {buyers.length === 0 ? (
          <p class="govuk-body">Nobody has said yet by which numbers notices know our agencies. Without one, notices make no contract.</p>
        ) : (
          <DataTable
            caption="Our buyers in notices"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Agency' }, { heading: 'Number' }, { heading: 'Who says so' }]}
            rows={buyers.map(({ name, number, source }) => ({ cells: [name, number, source] }))}
          />
        )}
      </Card>
      <p class="govuk-body">
        <a class="govuk-link" href={noticePaths.buyers(board.slug)}>
          Say by which number a buyer is known
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={noticePaths.waiting(board.slug)}>
          Notices to complete
        </a>
        , which say too little to make a contract
      </p>
      <Card title="Files" id="files" flush={files.length > 0}>
        {files.length === 0 ? (
          <p class="govuk-body">No file was brought yet.</p>
        ) : (
          <DataTable
            caption="Files"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'File' }, { heading: 'Brought' }, { heading: 'How it stands' }]}
            rows={files.map((file) => ({
              cells: [
                <a class="govuk-link" href={noticePaths.file(file.id)}>
                  {file.name}
                </a>,
                dayInWords(dayOf(file.madeAt)),
                standing(file, loads.get(file.id)),
              ],
            }))}
          />
        )}
      </Card>
    </Page>
  )
}

function standing({ loadedAt, releaseCount, contractCount }: Omit<NoticeFileRow, 'content'>, load?: FileLoad): string {
  if (load && isUnderWay(load)) return load.state === 'stopping' ? 'Being stopped' : `Being loaded. ${howFar(load)}`
  if (loadedAt === null) return 'Not loaded yet'
  return releaseCount === 0
    ? 'Loaded: nothing was new'
    : `Loaded: ${count(releaseCount, 'new notice')}, ${count(contractCount, 'contract')} made or changed`
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

/** One file: what it holds, what loading would do, what is odd; `planned` undefined once it is loaded. */
export function NoticeFilePage(
  props: Common & {
    readonly file: Omit<NoticeFileRow, 'content'>
    /** How its last load stands; undefined: it was never loaded. */
    readonly load: WatchedLoad | undefined
    /** Whether the page of a load stays as it is until it is asked for again. */
    readonly isStill: boolean
    readonly planned:
      | { readonly processes: readonly PlannedProcess[]; readonly oddities: readonly Oddity[]; readonly releases: number }
      | undefined
  },
): JSX.Element {
  const { visit, board, file, planned, load, isStill } = props
  const notices = { text: 'Notices of buying', href: noticePaths.ofBoard(board.slug) }
  return (
    <Page
      visit={visit}
      title={file.name}
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Contracts', href: contractPaths.ofBoard(board.slug) }, notices)}
    >
      <PageHead
        title={file.name}
        caption="A file of notices"
        lead={planned ? sentence(planned) : isUnderWay(load) ? undefined : standing(file)}
      />
      {boardNavigation(board.slug, 'commissioning')}
      {load && isUnderWay(load) ? (
        <LoadProgress visit={visit} load={load} stop={noticePaths.step(file.id, 'stop')} isStill={isStill} />
      ) : (
        <LastLoad load={load} />
      )}
      {planned && (
        <div class="govuk-button-group">
          <PostButton visit={visit} action={noticePaths.step(file.id, 'load')} text="Load every notice" look="primary" />
          <PostButton visit={visit} action={noticePaths.step(file.id, 'drop')} text="Take this file away" look="secondary" />
        </div>
      )}
      {planned && <Planned processes={planned.processes} />}
      {planned?.processes.some(({ because }) => because === 'buyer-unknown') && (
        <p class="govuk-body">
          <a class="govuk-link" href={noticePaths.buyers(board.slug)}>
            Say by which number a buyer is known
          </a>
        </p>
      )}
      {planned && <Oddities oddities={planned.oddities} />}
      <p class="govuk-body">
        <a class="govuk-link" href={notices.href}>
          Back to the notices
        </a>
      </p>
    </Page>
  )
}

function sentence({ processes, releases }: { readonly processes: readonly PlannedProcess[]; readonly releases: number }): string {
  const of = (what: PlannedProcess['what']): number => processes.filter((one) => one.what === what).length
  const news = processes.reduce((sum, one) => sum + one.fresh.length, 0)
  return (
    `${count(releases, 'notice')} about ${processes.length === 1 ? 'one thing that is' : `${processes.length} things that are`} bought, ${news} of them new. ` +
    `Contracts that loading makes: ${of('new')}; changes: ${of('changed')}; notices kept without a contract: ${of('kept')}. New contracts are drafts until somebody shows them.`
  )
}

function Planned({ processes }: { readonly processes: readonly PlannedProcess[] }): JSX.Element {
  const order: readonly PlannedProcess['what'][] = ['new', 'changed', 'kept', 'same', 'ours']
  return (
    <Card title="What loading does" id="planned" flush>
      {order.map((what) => {
        const list = processes.filter((one) => one.what === what)
        if (list.length === 0) return null
        return (
          <Fold title={plannedWords[what]} note={String(list.length)} open={what === 'new' && list.length <= 10}>
            <DataTable
              caption={plannedWords[what]}
              hideCaption
              narrow="stack"
              columns={[
                ...[{ heading: 'What is bought' }, { heading: 'Process' }, { heading: 'Buyer' }],
                ...(what === 'kept' ? [{ heading: 'Why' }] : []),
              ]}
              rows={list.slice(0, SHOWN).map(({ ocid, process, because }) => ({
                cells: [
                  ...[process.title || 'No title', ocid, process.buyers.map(({ name }) => name).join('; ') || 'Not said'],
                  ...(because ? [keptWords[because]] : []),
                ],
              }))}
            />
            {list.length > SHOWN && <p class="govuk-body">{`${list.length - SHOWN} more are not shown.`}</p>}
          </Fold>
        )
      })}
    </Card>
  )
}

function Oddities({ oddities }: { readonly oddities: readonly Oddity[] }): JSX.Element {
  const groups = [...Map.groupBy(oddities, ({ code }) => code)].toSorted(([, one], [, other]) => one.length - other.length)
  return (
    <Card title="What is odd" id="odd" flush={groups.length > 0}>
      {groups.length === 0 ? (
        <p class="govuk-body">Nothing is odd about these notices.</p>
      ) : (
        groups.map(([code, list]) => (
          <Fold title={oddityWords[code]} note={count(list.length, 'time')}>
            <DataTable
              caption={oddityWords[code]}
              hideCaption
              narrow="stack"
              columns={[{ heading: 'Notice' }, { heading: 'Where' }, { heading: 'What stands there' }]}
              rows={list.slice(0, 25).map(({ ocid, release, at, said }) => ({ cells: [release || ocid, at || 'The whole', said || ''] }))}
            />
            {list.length > 25 && <p class="govuk-body">{`${list.length - 25} more are not shown.`}</p>}
          </Fold>
        ))
      )}
    </Card>
  )
}
