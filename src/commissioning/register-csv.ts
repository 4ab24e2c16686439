import { typedPence } from './forms/pence.ts'
import type { Contract } from './queries/contracts.ts'
import type { Provider } from './queries/providers.ts'
import { writtenProviders } from './rules/register/providers.ts'
import { contractStateWords } from './words/contract.ts'

const heads = [
  ...['Title', 'Reference', 'Summary', 'Commissioner', 'Providers', 'Provider numbers', 'Bought under', 'Starts', 'Last day', 'Signed'],
  ...['Without VAT', 'With VAT', 'VAT', 'VAT note', 'Stands', 'Id'],
]

/** The register of contracts as a table that can be brought again (`rules/register/columns.ts`): everybody who provides, without sub-contractors, with the numbers that hold. */
export function registerTable(contracts: readonly Contract[], providers: readonly Provider[]): readonly (readonly string[])[] {
  const numbers = new Map(providers.map(({ id, identifiers }) => [id, identifiers.filter(({ endsOn }) => endsOn === undefined)]))
  return [heads, ...contracts.map((contract) => lineOf(contract, numbers))]
}

function lineOf(contract: Contract, numbers: ReadonlyMap<string, Provider['identifiers']>): readonly string[] {
  const { title, reference, summary, commissionerName, regimeName, startsOn, runsUntil, signedOn, net, gross, vat, vatNote, state } =
    contract
  const main = new Map(contract.providers.filter(({ part }) => part !== 'sub-contractor').map(({ provider, name }) => [provider, name]))
  const [names, written] = writtenProviders([...main].map(([id, name]) => ({ name, numbers: numbers.get(id) ?? [] })))
  return [
    ...[title, reference, summary, commissionerName, names, written, regimeName, startsOn.toString()],
    ...[runsUntil?.subtract({ days: 1 }).toString() ?? '', signedOn?.toString() ?? '', typedPence(net), typedPence(gross)],
    ...[vat === 'not-known' ? '' : vat, vatNote, contractStateWords[state].word, contract.id],
  ]
}
