import type { Reader } from '#platform/database/session.ts'
import type { NationalBeside } from '../rules/national-card.ts'
import { findBeside, findNationalEdition, findNationalLines, findTie, listNationalMeasures, listPlaces } from './national.ts'

/** What a measure is shown beside; 'gone' where the published figures no longer have its measure or place; undefined where it is tied to none. */
export async function findNationalBeside(reader: Reader, measure: string): Promise<NationalBeside | 'gone' | undefined> {
  const tie = await findTie(reader, measure)
  if (tie === undefined) return undefined
  const [edition, places, measures] = await Promise.all([
    findNationalEdition(reader),
    listPlaces(reader),
    listNationalMeasures(reader, { code: tie.code }),
  ])
  const authority = places.find(({ number, kind }) => number === tie.area && kind === 'authority')
  if (authority === undefined || edition === undefined) return 'gone'
  const beside = await findBeside(reader, places, authority, null)
  const [line] = await findNationalLines(reader, authority.number, beside, measures)
  return line === undefined ? 'gone' : { line, authority, beside, source: edition.source }
}
