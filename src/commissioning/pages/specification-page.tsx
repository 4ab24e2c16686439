import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import type { Change } from '#platform/paper/diff.ts'
import { ChangeList } from '#platform/paper/diff-list.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { specificationPaths } from '../framework-paths.ts'
import { servicePaths } from '../paths.ts'
import type { Service } from '../queries/commissioned-services.ts'
import type { Specification } from '../queries/pathways.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

interface OfService {
  readonly visit: Visit
  readonly board: BoardName
  readonly service: Service
}
const crumbs = ({ board, service }: OfService) =>
  crumbsOf(
    board,
    { text: 'Services', href: servicePaths.ofBoard(board.slug) },
    { text: service.title, href: servicePaths.service(service.id) },
  )

/** The versions of what a service is to deliver: the one that holds in full, the others folded (C3). */
export function SpecificationsPage(
  props: OfService & { readonly versions: readonly Specification[]; readonly mayChange: boolean },
): JSX.Element {
  const { visit, board, service, versions, mayChange } = props
  const holding = versions.findLast(({ startsOn }) => Temporal.PlainDate.compare(startsOn, visit.today) <= 0)
  return (
    <Page visit={visit} title={`Specification: ${service.title}`} width="workspace" breadcrumbs={crumbs(props)}>
      <PageHead title="What it is to deliver" caption={service.title} />
      {boardNavigation(board.slug, 'commissioning')}
      {mayChange && (
        <p class="govuk-body gt-actions">
          <a class="govuk-link" href={specificationPaths.create(service.id)}>
            {versions.length === 0 ? 'Write the specification' : 'Write a new version'}
          </a>
        </p>
      )}
      {versions.length === 0 && <p class="govuk-body">No specification is recorded yet.</p>}
      {versions.toReversed().map((one) => {
        const before = versions.find(({ number }) => number === one.number - 1)
        const text = <SpecificationText one={one} before={before} service={service.id} />
        return one === holding ? (
          <Card title={`Version ${one.number}, which holds`} id={`version-${one.number}`}>
            {text}
          </Card>
        ) : (
          <Fold title={`Version ${one.number}`} note={`From ${dayInWords(one.startsOn)}`}>
            {text}
          </Fold>
        )
      })}
    </Page>
  )
}

function SpecificationText({
  one,
  before,
  service,
}: {
  readonly one: Specification
  readonly before: Specification | undefined
  readonly service: string
}): JSX.Element {
  return (
    <>
      <KeyFacts
        facts={[
          { label: 'From', value: dayInWords(one.startsOn) },
          ...(one.why === '' ? [] : [{ label: 'Why a new version', value: one.why }]),
          { label: 'What it is to achieve', value: <TypedWords words={one.outcomes} /> },
        ]}
      />
      <TypedWords words={one.text} />
      {before && (
        <p class="govuk-body">
          <a class="govuk-link" href={specificationPaths.compare(service, before.number, one.number)}>
            What changed from version {String(before.number)} to version {String(one.number)}
          </a>
        </p>
      )}
    </>
  )
}

/** What changed between two versions. */
export function ComparedPage(
  props: OfService & { readonly from: Specification; readonly to: Specification; readonly changes: readonly Change[] },
): JSX.Element {
  const { visit, board, service, from, to, changes } = props
  return (
    <Page visit={visit} title="What changed" width="workspace" breadcrumbs={crumbs(props)}>
      <PageHead
        title={`What changed from version ${from.number} to version ${to.number}`}
        caption={service.title}
        lead={`Version ${to.number} holds from ${dayInWords(to.startsOn)}. ${to.why}`}
      />
      {boardNavigation(board.slug, 'commissioning')}
      <ChangeList changes={changes} />
      <p class="govuk-body govuk-!-margin-top-6">
        <a class="govuk-link" href={specificationPaths.ofService(service.id)}>
          All versions
        </a>
      </p>
    </Page>
  )
}
