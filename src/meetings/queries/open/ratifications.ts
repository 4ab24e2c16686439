import type { Reader } from '#platform/database/session.ts'
import type { AskedPartner, TakenHome } from '../../rules/taken-home.ts'
import { findTakenHome } from '../ratifications.ts'
import type { OpenPartner, OpenRatification } from './shapes.ts'

/** Judged as of the end of time, so that nothing of it changes from one day to the next: the first day in force is given instead. */
const END_OF_TIME = Temporal.PlainDate.from('9999-12-31')

/** How some decisions stand with the partners that must take them home; those that need none, and that nobody was asked about, are not in it. */
export async function findOpenRatifications(
  reader: Reader,
  decisions: readonly { readonly id: string; readonly bindsNobody: boolean }[],
): Promise<ReadonlyMap<string, OpenRatification>> {
  const homes = await findTakenHome(
    reader,
    decisions.map(({ id }) => id),
    END_OF_TIME,
  )
  return new Map(
    decisions.flatMap(({ id, bindsNobody }) => {
      const home = homes.get(id)
      if (home !== undefined) return [[id, ratificationOf(home)] as const]
      return bindsNobody ? [[id, notAsked] as const] : []
    }),
  )
}

const notAsked: OpenRatification = {
  ...{ state: 'not-asked', purpose: 'ratify', rule: undefined, agreed: 0, of: 0, needed: 0 },
  ...{ dueOn: undefined, inForceFrom: undefined, text: undefined, partners: [] },
}

function ratificationOf({ purpose, rule, force, dueOn, texts, text, partners }: TakenHome): OpenRatification {
  const { agreed, of, needed, since, state } = force
  return {
    ...{ purpose, rule: rule.kind, agreed, of, needed, dueOn },
    state: state === 'in-force' ? 'agreed' : state,
    inForceFrom: purpose === 'ratify' ? since : undefined,
    text: texts.length > 1 ? text.text : undefined,
    partners: partners.map((partner) => partnerOf(partner, text.number)),
  }
}

function partnerOf({ organisation, name, standing, answers }: AskedPartner, text: number): OpenPartner {
  const said = answers.find(({ textNumber }) => textNumber === text)
  return {
    ...{ organisation, name, answer: standing.answer, answeredOn: standing.answeredOn },
    ...{ ownBody: said?.ownBody ?? '', reference: said?.reference ?? '', words: said?.words ?? '' },
  }
}
