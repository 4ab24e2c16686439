import { listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { NoticeIdentifier, NoticeParty } from '../rules/notices/process.ts'
import type { IdentifierScheme } from '../rules/provider.ts'

/** Organisations as notices name them: under the first of their numbers, which stays the same in whoever's notices; under our own id where they have none. */
export async function findNoticeParties(reader: Reader): Promise<(organisation: string) => NoticeParty> {
  const [organisations, providers, buyers] = await Promise.all([
    listOrganisations(reader),
    reader
      .selectFrom('commissioning.provider_identifier')
      .selectAll()
      .where('ends_on', 'is', null)
      .orderBy('scheme')
      .orderBy('id')
      .execute(),
    reader.selectFrom('commissioning.buyer_identifier').selectAll().orderBy('scheme').orderBy('id').execute(),
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const all = [...buyers.map((one) => ({ ...one, of: one.organisation })), ...providers.map((one) => ({ ...one, of: one.provider }))]
  const identifiers = Map.groupBy(all, ({ of }) => of)
  return (id) => {
    const numbers = new Map<string, NoticeIdentifier>()
    for (const { scheme, value } of identifiers.get(id) ?? [])
      numbers.set(`${scheme} ${value}`, { scheme: scheme as IdentifierScheme, value })
    const [first] = numbers.values()
    return {
      id: first ? `${first.scheme}-${first.value}` : `organisation-${id}`,
      name: names.get(id) ?? 'Not known',
      identifiers: [...numbers.values()],
    }
  }
}
