import type { Hono } from 'hono'
import { type AskedBoard, withBody } from '#governance/public-data.ts'
import { form, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { showLed } from '../commands/led-record.ts'
import { parseShow } from '../forms/offered.ts'
import { type LedKind, ledPaths } from '../framework-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { type BoardName, crumbsOf } from '../pages/crumbs.ts'
import { guard } from '../permission.ts'
import { findLed, guardedLed, type LedRecord } from '../queries/led-records.ts'
import { ledWords } from '../words/led-records.ts'
import { formAt } from './endpoint.ts'
import { begin } from './gates.ts'
import { showParts } from './service-shapes.ts'

/** A request about a record that an organisation leads. */
export type AskedLed = AskedBoard & { readonly record: LedRecord; readonly may: AskedBoard['may'] }

/** Such a record, and a verb on it; row-level security let it through, so that reading is settled. */
export function ledGate(kind: LedKind, verb: 'read' | 'change' | 'show'): Gate<AskedLed> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const record = await findLed(reader, kind, asked.part(kind), asked.visit.today)
    if (verb !== 'read') guard.demandOf(asked.standing, asked.visit, guardedLed(record), verb)
    return { ...(await withBody(asked, record.body)), record }
  }
}

/** Which verbs one may use on a record. */
export const ledVerbs = ({ may, record }: AskedLed): ReadonlySet<'change' | 'show'> =>
  new Set((['change', 'show'] as const).filter((verb) => may(guardedLed(record), verb)))

/** What forms of one record have in common. */
export const ofLed = ({
  body,
  record,
}: Pick<AskedLed, 'body' | 'record'>): Pick<FormShape, 'caption' | 'breadcrumbs' | 'cancel' | 'version'> => ({
  caption: record.title,
  breadcrumbs: ledCrumbs(body, record.kind, record),
  cancel: ledPaths.record(record.kind, record.id),
  version: record.version,
})

/** The way to a record, or to the list of its kind. */
export const ledCrumbs = (board: BoardName, kind: LedKind, record?: { readonly id: string; readonly title: string }) =>
  crumbsOf(
    board,
    { text: ledWords[kind].many, href: ledPaths.ofBoard(kind, board.slug) },
    ...(record ? [{ text: record.title, href: ledPaths.record(kind, record.id) }] : []),
  )

/** Puts the form that shows a record at its address. */
export function showLedAt(app: Hono<AppEnv>, needs: CommissioningNeeds, kind: LedKind): void {
  formAt(app, needs, `${ledPaths.record(kind, `:${kind}`)}/show`, ledGate(kind, 'show'), async (asked) =>
    form({ ...ofLed(asked), ...showParts(`Show this ${ledWords[kind].one}`, asked.record.version) }, parseShow, async (doer, input) =>
      leadTo(await showLed(needs, doer, asked.record, input), (id) => ledPaths.record(kind, id)),
    ),
  )
}
