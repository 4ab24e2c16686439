import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, settledPaths } from '../paths.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { type ThresholdDocument, thresholdsOn } from '../rules/thresholds.ts'
import { hubNavigation } from './hub-frame.tsx'

/** By which published thresholds levels of need are said: today's, those to come, and those that held before, each with its source and who set it (E5). */
export function LevelsPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  /** The latest first. */
  readonly documents: readonly ThresholdDocument[]
}): JSX.Element {
  const { visit, relations, documents } = props
  const title = 'Levels of need'
  const current = thresholdsOn(documents, visit.today)
  const isOver = ({ startsOn }: ThresholdDocument): boolean =>
    current !== undefined && Temporal.PlainDate.compare(startsOn, current.startsOn) < 0
  const over = documents.filter(isOver)
  return (
    <Page
      visit={visit}
      title={title}
      breadcrumbs={[
        { text: 'Families', href: familyPaths.list() },
        { text: 'What the partnership has settled', href: settledPaths.home() },
      ]}
      width="workspace"
    >
      <PageHead
        title={title}
        lead="A family’s level of need is said by the thresholds that were published on that day, and is read by them ever after."
      />
      {hubNavigation(visit, relations)}
      {mayIn(relations, 'settled', 'set') && (
        <a class="govuk-button" href={settledPaths.levels('/new')}>
          Set other thresholds from a day on
        </a>
      )}
      {documents
        .filter((one) => !isOver(one))
        .map((one) => (
          <DocumentCard document={one} when={one === current ? 'Today' : `From ${dayInWords(one.startsOn)}`} />
        ))}
      {over.length > 0 && (
        <Fold title="What held before" note={String(over.length)}>
          {over.map((one) => (
            <DocumentCard document={one} when={`From ${dayInWords(one.startsOn)}`} />
          ))}
        </Fold>
      )}
    </Page>
  )
}

function DocumentCard({ document, when }: { readonly document: ThresholdDocument; readonly when: string }): JSX.Element {
  const { id, name, source, startsOn, setBy, setOn, levels } = document
  return (
    <Card title={`${when}: ${name}`} id={`thresholds-${id}`}>
      <p class="govuk-body">
        {`Holds from ${dayInWords(startsOn)}. ${source}. ${setOn ? `Set by ${setBy}, ${dayInWords(setOn)}` : 'Brought with the product'}.`}
      </p>
      <DataTable
        caption={`Levels of ${name}`}
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Level' }, { heading: 'What it means' }]}
        rows={levels.map(({ level, name: called, means }) => ({
          cells: [`Level ${level}: ${called}`, means === '' ? <span class="gt-missing">Not said</span> : means],
        }))}
      />
    </Card>
  )
}
