import { enterOrganisation } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { IdentifierScheme } from '../rules/provider.ts'
import { auditStep } from './write-record.ts'

/** Enters a provider that nobody knew, with its numbers and who says so; its id. */
export async function enterProvider(
  tx: Writer,
  doer: Doer,
  body: string,
  party: { readonly name: string; readonly identifiers: readonly { readonly scheme: IdentifierScheme; readonly value: string }[] },
  source: string,
): Promise<string> {
  const id = await enterOrganisation(tx, { name: party.name, sector: 'provider', startsOn: doer.today })
  await enterProviderRole(tx, doer, body, id)
  if (party.identifiers.length > 0)
    await tx
      .insertInto('commissioning.provider_identifier')
      .values(party.identifiers.map((one) => ({ id: newId(), provider: id, ...one, source, starts_on: doer.today })))
      .execute()
  return id
}

/** Says that an organisation of the record provides. */
export async function enterProviderRole(tx: Writer, doer: Doer, body: string, id: string): Promise<void> {
  await tx.insertInto('commissioning.provider').values({ id, body, vcse: 'not-known', vcse_source: '', note: '' }).execute()
  await auditStep(tx, doer, 'provider-added', 'provider', id)
}
