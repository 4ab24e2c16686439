import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { contractPaths, registerPaths } from '../contract-paths.ts'
import { isUnderWay, type WatchedLoad } from '../queries/file-loads.ts'
import type { RegisterFileRow } from '../queries/register-files.ts'
import type { CellValue } from '../rules/register/changes.ts'
import type { RegisterProblem } from '../rules/register/columns.ts'
import type { PlannedContract, RegisterPlan } from '../rules/register/plan.ts'
import { pounds } from '../words/pence.ts'
import { columnWords, plannedRowWords, registerProblemWords } from '../words/register.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { LastLoad, LoadProgress } from './load-progress.tsx'
import { counted, registerStanding } from './register-files-page.tsx'

/** What stands on a page of a list before the rest is only counted. */
const SHOWN = 100

/** One file of a register: what is to be put right, or what loading would do; `plan` undefined once it is loaded. */
export function RegisterFilePage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly file: Omit<RegisterFileRow, 'cells'>
  readonly plan: RegisterPlan | undefined
  /** How its last load stands; undefined: it was never loaded. */
  readonly load: WatchedLoad | undefined
  /** Whether the page of a load stays as it is until it is asked for again. */
  readonly isStill: boolean
}): JSX.Element {
  const { visit, board, file, plan, load, isStill } = props
  const registers = { text: 'Bring a register', href: registerPaths.ofBoard(board.slug) }
  const isRight = plan !== undefined && plan.problems.length === 0
  const isNews = isRight && plan.rows.some(({ what }) => what === 'new' || what === 'changes')
  return (
    <Page
      visit={visit}
      title={file.name}
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Contracts', href: contractPaths.ofBoard(board.slug) }, registers)}
    >
      <PageHead
        title={file.name}
        caption="A register of contracts"
        lead={plan ? sentence(plan) : isUnderWay(load) ? undefined : registerStanding(file)}
      />
      {boardNavigation(board.slug, 'commissioning')}
      {load && isUnderWay(load) ? (
        <LoadProgress visit={visit} load={load} stop={registerPaths.step(file.id, 'stop')} isStill={isStill} />
      ) : (
        <LastLoad load={load} />
      )}
      {plan && (
        <div class="govuk-button-group">
          {isNews && <PostButton visit={visit} action={registerPaths.step(file.id, 'load')} text="Load the whole file" look="primary" />}
          <PostButton visit={visit} action={registerPaths.step(file.id, 'drop')} text="Take this file away" look="secondary" />
        </div>
      )}
      {plan && !isRight && <Problems problems={plan.problems} />}
      {plan && isRight && <Planned plan={plan} />}
      <p class="govuk-body">
        <a class="govuk-link" href={registers.href}>
          Bring another file
        </a>
      </p>
    </Page>
  )
}

function sentence({ rows, entered, problems }: RegisterPlan): string {
  if (problems.length > 0)
    return `Nothing is loaded while anything is wrong: ${counted(problems.length, 'thing')} to put right. Change the file and bring it again.`
  const of = (what: PlannedContract['what']): readonly PlannedContract[] => rows.filter((one) => one.what === what)
  if (of('new').length + of('changes').length === 0)
    return `This file changes nothing: ${counted(rows.length, 'contract')} recorded already, ${of('differs').length} of them otherwise in what a file does not change.`
  const held = of('new').filter(({ signs }) => signs.length > 0).length
  return (
    `Nothing is loaded yet. Loading makes ${counted(of('new').length, 'contract')}${of('changes').length > 0 ? `, changes ${counted(of('changes').length, 'recorded contract')}` : ''} and enters ${counted(entered.length, 'provider')}; ` +
    `${of('there').length + of('differs').length} are recorded already and stay as they are. New contracts are drafts until somebody shows them` +
    `${held > 0 ? `, and ${held} could tell who a child is: a person decides first` : ''}.`
  )
}

function Problems({ problems }: { readonly problems: readonly RegisterProblem[] }): JSX.Element {
  return (
    <Card title="Put these right and bring the file again" id="wrong" flush>
      <DataTable
        caption="Put these right and bring the file again"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Row', namesNumber: true },
          { heading: 'Column' },
          { heading: 'What stands there, or what it is held against' },
          { heading: 'What to do' },
        ]}
        rows={problems.slice(0, SHOWN).map((problem) => ({
          cells: [String(problem.row), columnWords(problem.column), problem.value || 'Nothing', registerProblemWords(problem)],
        }))}
      />
      {problems.length > SHOWN && <p class="govuk-body">{`${problems.length - SHOWN} more follow, once these are right.`}</p>}
    </Card>
  )
}

function Planned({ plan: { rows, entered } }: { readonly plan: RegisterPlan }): JSX.Element {
  return (
    <Card title="What loading does" id="planned" flush>
      <Changed rows={rows.filter(({ what }) => what === 'changes')} />
      {(['new', 'differs', 'there'] as const).map((what) => {
        const list = rows.filter((one) => one.what === what)
        if (list.length === 0) return null
        return (
          <Fold title={plannedRowWords[what]} note={String(list.length)} open={what !== 'there' && list.length <= 10}>
            <DataTable
              caption={plannedRowWords[what]}
              hideCaption
              narrow="stack"
              columns={[
                { heading: 'Contract' },
                { heading: 'Row', namesNumber: true },
                { heading: 'Providers' },
                { heading: 'Starts' },
                { heading: 'With VAT', numeric: true },
                ...(what === 'differs' ? [{ heading: 'Other than recorded' }] : []),
              ]}
              rows={list.slice(0, SHOWN).map((one) => ({ cells: cellsOf(one) }))}
            />
            {list.length > SHOWN && <p class="govuk-body">{`${list.length - SHOWN} more are not shown.`}</p>}
          </Fold>
        )
      })}
      {entered.length > 0 && (
        <Fold title="Enters a provider" note={String(entered.length)} open={entered.length <= 10}>
          <DataTable
            caption="Enters a provider"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Provider' }, { heading: 'Numbers in public lists' }]}
            rows={entered.slice(0, SHOWN).map(({ name, numbers }) => ({
              cells: [name, numbers.map(({ scheme, value }) => `${scheme} ${value}`).join(', ') || 'None given'],
            }))}
          />
          {entered.length > SHOWN && <p class="govuk-body">{`${entered.length - SHOWN} more are not shown.`}</p>}
        </Fold>
      )}
    </Card>
  )
}

/** Every cell that loading changes, with what stands there now. */
function Changed({ rows }: { readonly rows: readonly PlannedContract[] }): JSX.Element | null {
  if (rows.length === 0) return null
  return (
    <Fold title={plannedRowWords.changes} note={String(rows.length)} open>
      <DataTable
        caption={plannedRowWords.changes}
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Contract' },
          { heading: 'Row', namesNumber: true },
          { heading: 'Column' },
          { heading: 'Stands there now' },
          { heading: 'Will stand there' },
        ]}
        rows={rows.slice(0, SHOWN).flatMap(({ line, contract = '', changes, differs }) => [
          ...changes.map(({ column, from, to }) => ({
            cells: [
              <a class="govuk-link" href={contractPaths.contract(contract)}>
                {line.title}
              </a>,
              String(line.row),
              columnWords(column),
              cellWords(from),
              cellWords(to),
            ],
          })),
          ...(differs.length === 0
            ? []
            : [
                {
                  cells: [
                    line.title,
                    String(line.row),
                    differs.map(columnWords).join(', '),
                    'Something else',
                    'Stays: change it on its page',
                  ],
                },
              ]),
        ])}
      />
      {rows.length > SHOWN && <p class="govuk-body">{`${rows.length - SHOWN} more contracts are not shown.`}</p>}
    </Fold>
  )
}

function cellWords(value: CellValue): string {
  if (value === null || value === undefined || value === '') return 'Nothing'
  if (typeof value === 'bigint') return pounds(value)
  return value instanceof Temporal.PlainDate ? dayInWords(value) : String(value)
}

function cellsOf({ line, what, contract, differs, signs }: PlannedContract) {
  return [
    <>
      {contract === undefined ? (
        line.title
      ) : (
        <a class="govuk-link" href={contractPaths.contract(contract)}>
          {line.title}
        </a>
      )}
      {what === 'new' && signs.length > 0 && (
        <>
          {' '}
          <StatusPill meaning="warning">Waits for a person</StatusPill>
        </>
      )}
    </>,
    String(line.row),
    line.providers.map(({ name }) => name).join('; ') || 'Nobody',
    dayInWords(line.startsOn),
    line.gross === null ? 'Not known' : pounds(line.gross),
    ...(what === 'differs' ? [differs.map(columnWords).join(', ')] : []),
  ]
}
