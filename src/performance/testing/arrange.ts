import assert from 'node:assert/strict'
import { newId } from '#platform/database/ids.ts'
import { readAs } from '#platform/database/session.ts'
import { addPerson, type BoardPerson, buildBoard } from '#test/support/board.ts'
import { openHouse } from '#test/support/house.ts'
import { findSeries } from '../queries/series.ts'
import { printed } from '../rules/exact.ts'
import { performanceClient } from './client.ts'

/** The instant at which these tests happen. */
export const NOW = '2026-11-22T10:00:00Z'

/** A day as the three fields of a date input. */
export function dayFields(name: string, iso: string): Record<string, string> {
  const [year = '', month = '', dayOfMonth = ''] = iso.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** The form of a measure of families, counted every month. */
export const definition = {
  ...{
    title: 'Families who start',
    polarity: 'higher',
    level: 'service',
    kind: 'flow',
    scale: '1',
    overTime: 'sum',
    overAreas: 'sum',
    forecast: 'straight-line',
    unit: 'families',
  },
  ...{ frequency: 'month', lagDays: '10', decimals: '0', suppression: 'none', sight: 'public', plausibleFrom: '10', plausibleTo: '500' },
  ...dayFields('startsOn', '2025-01-01'),
}

/** A house with one board, whoever belongs to it, somebody who gives figures without a seat, and an agency. */
export async function arrangeBoard() {
  const { app, clock, needs, ownerDb } = await openHouse(Temporal.Instant.from(NOW))
  const board = await buildBoard(ownerDb, 'women-and-childrens-board')
  const giver = await addPerson(ownerDb, 'Gwen Giver')
  const agency = newId()
  const startsOn = Temporal.PlainDate.from('2010-01-01')
  await ownerDb
    .insertInto('governance.organisation')
    .values({ id: agency, name: 'Harbour Trust', sector: 'health', starts_on: startsOn })
    .execute()
  const as = (person: BoardPerson | undefined) => performanceClient(needs, person?.account, NOW)
  const clerk = as(board.clerk)
  const measureOf = async (fields: Readonly<Record<string, string>> = {}): Promise<string> => {
    const made = await clerk.post(`/boards/${board.slug}/measures/new`, { ...definition, ...fields })
    assert.equal(made.status, 303, made.text)
    return made.location.replace('/measures/', '')
  }
  const figuresOf = async (measure: string, who: 'clerk' | 'visitor' = 'clerk') => {
    const actor = who === 'clerk' ? board.clerk.account : undefined
    return readAs(needs.db, { actor, now: Temporal.Instant.from(NOW), today: Temporal.PlainDate.from('2026-11-22') }, async (reader) => {
      const [series] = await findSeries(reader, [measure])
      return (series?.observations ?? []).map(
        ({ period, cell, revision, status, value, words, sight }) =>
          `${period.startsOn} ${cell.category}#${revision} ${status} ${value === null ? words : printed(value, 4)} ${sight}`,
      )
    })
  }
  return {
    app,
    clock,
    needs,
    ownerDb,
    board,
    giver,
    agency,
    clerk,
    member: as(board.member),
    other: as(giver),
    visitor: as(undefined),
    measureOf,
    figuresOf,
  }
}
