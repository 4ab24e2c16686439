import { dayInWords } from '#platform/time/words.ts'
import type { DivisionStanding, MarketStanding } from '../rules/market.ts'
import { counted, figureInWords, gapInWords, placesInWords } from './market.ts'

/** What a position statement is drafted from. */
export interface StatementGround {
  readonly purpose: string
  readonly unit: string
  readonly today: Temporal.PlainDate
  readonly areas: readonly { readonly name: string; readonly standing: MarketStanding; readonly source: string | undefined }[]
  readonly whole: MarketStanding
  readonly divisions: readonly { readonly title: string; readonly text: string; readonly standing: DivisionStanding }[]
  readonly expiring: readonly { readonly title: string; readonly runsUntil: Temporal.PlainDate }[]
  /** What is intended for its service, in words; '' where nothing is written. */
  readonly intended: string
}

/**
 * A position statement drafted from the record, as Markdown for somebody to edit (C12): nothing in it that the record does not say; what is not known is said to
 * be so. Names of providers and prices stay out of it.
 */
export function draftedStatement(ground: StatementGround): string {
  const { purpose, unit, today, areas, whole } = ground
  return [
    ...['## What this market is', purpose, `Figures are ${unit}, as they were recorded on ${dayInWords(today)}.`],
    ...['## What is needed, and where it is short', shortness(ground)],
    areas
      .map(
        ({ name, standing }) =>
          `- ${name}: needed ${figureInWords(standing.need).toLowerCase()}; ${gapInWords(standing.gap).toLowerCase()}.`,
      )
      .join('\n'),
    sourcesOf(areas),
    '## Who provides',
    `${counted(whole.providers.length)} ${whole.providers.length === 1 ? 'provider' : 'providers'} have made a return. Together they can give ${placesInWords(whole).toLowerCase()}. ${aloneIn(areas)}`,
    ...['## Quality', qualityOf(whole)],
    ...['## What ends within a year', endsOf(ground)],
    ...['## Ways to divide the market', divisionsOf(ground)],
    ...['## What we intend', ground.intended === '' ? 'Nothing is written yet.' : ground.intended],
    ...['## What we ask of providers', 'Say here what you ask for, and how providers can talk with us.'],
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function shortness({ areas, whole, unit }: StatementGround): string {
  const short = areas.filter(({ standing }) => standing.gap.state === 'short')
  const unknown = areas.filter(({ standing }) => standing.gap.state === 'not-known' || standing.gap.state === 'hidden')
  const together =
    whole.gap.state === 'short' || whole.gap.state === 'enough'
      ? ` All areas together: ${gapInWords(whole.gap).toLowerCase()} ${unit}.`
      : ''
  return `${short.length} of ${areas.length} areas are short of what is needed${unknown.length === 0 ? '' : `, and of ${unknown.length} it is not known or not told`}.${together}`
}

function sourcesOf(areas: StatementGround['areas']): string {
  const sources = [...new Set(areas.flatMap(({ source }) => source ?? []))]
  return sources.length === 0 ? '' : `Sources of what is needed: ${sources.join('; ')}.`
}

function aloneIn(areas: StatementGround['areas']): string {
  const alone = areas.filter(({ standing }) => standing.providers.length === 1).map(({ name }) => name)
  const none = areas.filter(({ standing }) => standing.providers.length === 0).map(({ name }) => name)
  return [
    alone.length === 0 ? 'No area has one provider alone.' : `One provider alone works in ${alone.join(', ')}.`,
    none.length === 0 ? '' : `Nobody has made a return for ${none.join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function qualityOf({ good, notGood, providers }: MarketStanding): string {
  return providers.length === 0
    ? 'Not known.'
    : `Of the returns, ${counted(good)} are of providers rated good or better and ${counted(notGood)} of providers rated less than good; the others are not rated or did not say.`
}

const endsOf = ({ expiring }: StatementGround): string =>
  expiring.length === 0
    ? 'No contract that is recorded for this service ends within a year.'
    : expiring.map(({ title, runsUntil }) => `- ${title}: until ${dayInWords(runsUntil.subtract({ days: 1 }))}.`).join('\n')

const divisionsOf = ({ divisions }: StatementGround): string =>
  divisions.length === 0
    ? 'None is weighed yet.'
    : divisions
        .map(
          ({ title, text, standing }) =>
            `- ${title}: ${standing.lots.length} lots, ${standing.withoutSecond} without a second provider, ${standing.short} short of what is needed.${text === '' ? '' : ` ${text.replaceAll(/\s+/g, ' ')}`}`,
        )
        .join('\n')
