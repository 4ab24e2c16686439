import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import type { DecisionOfMatter } from '#meetings/public-data.ts'
import { Article } from '#platform/paper/html.tsx'
import type { Block, Paper } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Contents } from '#platform/web/components/contents.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { Prose } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Details } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths, reportPaths } from '../paths.ts'
import type { PlanReference } from '../queries/references.ts'
import type { Report, ReportSection } from '../queries/reports.ts'
import { audienceWords, reportKindWords, reportStateWords, sectionWords, spanInWords } from '../words/report.ts'
import { PlanSections } from './plan-sections.tsx'

/** What the page of a report shows. */
export interface ReportView {
  readonly report: Report
  readonly board: { readonly slug: string; readonly name: string }
  /** Undefined: of every plan of the board, or of one that one may not see. */
  readonly plan: PlanReference | undefined
  readonly sections: readonly ReportSection[]
  /** Its versions that one may see, the latest first. */
  readonly versions: readonly Report[]
  /** Where the matter stands on agendas, and what was decided there. */
  readonly items: readonly { readonly meeting: string; readonly heldOn: Temporal.PlainDate }[]
  readonly decisions: readonly DecisionOfMatter[]
}

interface Props {
  readonly visit: Visit
  readonly view: ReportView
  readonly mayChange: boolean
}

/** A report: for whoever prepares it section by section with what the record says beside, for everybody else to be read (P10). */
export function ReportPage({ visit, view, mayChange }: Props): JSX.Element {
  const { report, board, sections } = view
  const isDraft = report.state === 'draft'
  const isEdited = isDraft && mayChange
  const shown = isDraft ? sections : sections.filter(({ text }) => text.blocks.length > 0)
  const { word, meaning } = reportStateWords[report.state]
  return (
    <Page
      visit={visit}
      title={report.title}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: 'Reports', href: reportPaths.ofBoard(board.slug) },
      ]}
      width="workspace"
      description={`${reportKindWords[report.kind]} of ${board.name}, ${spanInWords(report)}.`}
    >
      <PageHead
        title={report.title}
        caption={`${board.name} · ${reportKindWords[report.kind]}`}
        status={<StatusPill meaning={meaning}>{word}</StatusPill>}
        actions={mayChange ? <Steps visit={visit} view={view} /> : undefined}
      />
      {boardNavigation(board.slug, 'plans')}
      <PlanSections slug={board.slug} current="reports" />
      <OtherVersion view={view} />
      <Contents parts={shown.map(({ code }) => [code, sectionWords[code]])} />
      <Card id="about" title="About this report" link={{ text: 'As PDF', href: reportPaths.pdf(report.id) }}>
        <KeyFacts facts={factsOf(view, mayChange)} />
      </Card>
      {shown.map((section) => (
        <Section report={report.id} section={section} isEdited={isEdited} isDraft={isDraft} />
      ))}
    </Page>
  )
}

function Section(props: {
  readonly report: string
  readonly section: ReportSection
  readonly isEdited: boolean
  readonly isDraft: boolean
}): JSX.Element {
  const { report, section, isEdited, isDraft } = props
  const { code, text, drafted, edited } = section
  const title = sectionWords[code]
  return (
    <Card
      id={code}
      title={title}
      link={isEdited ? { text: `Edit: ${title.toLowerCase()}`, href: reportPaths.section(report, code) } : undefined}
      lead={isDraft ? (edited ? 'As somebody wrote it' : 'As drafted from the record') : undefined}
    >
      {text.blocks.length === 0 ? (
        <p class="gt-missing">Nothing stands here. The report is published without this section</p>
      ) : (
        <SectionText text={text} code={code} title={title} />
      )}
      {isDraft && edited && drafted.blocks.length > 0 && (
        <Details
          summaryText="What the record says"
          html={
            <Prose>
              <Article paper={drafted} offset={2} prefix={`${code}-drafted-`} />
            </Prose>
          }
        />
      )}
    </Card>
  )
}

/** Lines of a section that stand open; of a longer one its first paragraphs do, and the rest is one press away. */
const OPEN_LINES = 5
const OPEN_PARAGRAPHS = 2

const linesOf = (block: Block): number => (block.type === 'table' ? block.rows.length : 'items' in block ? block.items.length : 1)

function SectionText(props: { readonly text: Paper; readonly code: string; readonly title: string }): JSX.Element {
  const { text, code, title } = props
  const { blocks } = text
  // Numbers run through a section: what is numbered stays in one piece.
  const isNumbered = blocks.some((block) => block.type === 'paragraph' && block.numbered)
  const first = blocks.findIndex((block, index) => block.type !== 'paragraph' || index >= OPEN_PARAGRAPHS)
  const isShort = blocks.reduce((sum, block) => sum + linesOf(block), 0) <= OPEN_LINES
  const part = (of: readonly Block[], prefix: string) => (
    <Prose>
      <Article paper={{ ...text, blocks: of }} offset={2} prefix={`${code}-${prefix}`} />
    </Prose>
  )
  if (isShort || isNumbered || first < 0) return part(blocks, '')
  return (
    <>
      {first > 0 && part(blocks.slice(0, first), '')}
      <Fold title={first > 0 ? `The rest of: ${title.toLowerCase()}` : `All of: ${title.toLowerCase()}`}>
        {part(blocks.slice(first), first > 0 ? 'more-' : '')}
      </Fold>
    </>
  )
}

function factsOf({ report, plan, board, versions, items, decisions }: ReportView, mayChange: boolean) {
  const link = (href: string, text: string) => (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  )
  const earlier = versions.filter(({ number }) => number < report.number)
  return [
    { label: 'For the time', value: spanInWords(report) },
    {
      label: 'Of',
      value: plan
        ? link(plan.href, plan.title)
        : report.plan === null
          ? link(planPaths.ofBoard(board.slug), 'Every plan of the board')
          : undefined,
    },
    { label: 'Drafted from the record of', value: dayInWords(report.draftedOn) },
    ...(report.publishedOn === null ? [] : [{ label: 'Published', value: dayInWords(report.publishedOn) }]),
    ...(report.number === 1 ? [] : [{ label: `Version ${report.number}`, value: report.reason }]),
    ...(earlier.length === 0
      ? []
      : [
          {
            label: 'Earlier versions',
            value: (
              <>
                {earlier.map(({ id, number }, index) => (
                  <>
                    {index > 0 && ', '}
                    {link(reportPaths.report(id), `Version ${number}`)}
                  </>
                ))}
              </>
            ),
          },
        ]),
    ...items
      .slice(0, 1)
      .map(({ meeting, heldOn }) => ({ label: 'Before the board', value: link(`/meetings/${meeting}`, dayInWords(heldOn)) })),
    ...(report.planItem !== null && items.length === 0 && mayChange
      ? [{ label: 'Before the board', value: link(`/boards/${board.slug}/plan`, 'On its forward plan') }]
      : []),
    ...decisions.map(({ number, text, decidedOn }) => ({
      label: 'What was decided',
      value: `${[number, text].filter((part) => part !== '').join(' ')} (${dayInWords(decidedOn)})`,
    })),
    ...(mayChange ? [{ label: 'Who it is for', value: audienceWords[report.audience] }] : []),
  ]
}

function OtherVersion({ view: { report, versions } }: { readonly view: ReportView }): JSX.Element | null {
  const [latest] = versions
  if (!latest || latest.number <= report.number) return null
  return (
    <div class="govuk-inset-text">
      {latest.state === 'draft' ? 'A new version of this report is being written.' : 'A later version of this report was published.'}{' '}
      <a class="govuk-link" href={reportPaths.report(latest.id)}>
        Open version {latest.number}
      </a>
    </div>
  )
}

function Steps({ visit, view: { report, versions } }: { readonly visit: Visit; readonly view: ReportView }): JSX.Element | null {
  const { id, state, planItem } = report
  if (state === 'published')
    return versions[0]?.id === id ? (
      <a class="govuk-button govuk-button--secondary" href={reportPaths.step(id, 'revise')}>
        Write a new version
      </a>
    ) : null
  return (
    <>
      <a class="govuk-button" href={reportPaths.step(id, 'publish')}>
        Publish
      </a>{' '}
      {planItem === null && <PostButton visit={visit} action={reportPaths.step(id, 'place')} text="Put on the forward plan" />}{' '}
      <PostButton visit={visit} action={reportPaths.step(id, 'draft')} text="Draft again from the record" />{' '}
      <PostButton visit={visit} action={reportPaths.step(id, 'drop')} text="Drop this draft" />
    </>
  )
}
