import { ledPaths } from './framework-paths.ts'

const of = (id: string) => ledPaths.record('market', id)

/** Addresses of what belongs to a market. */
export const marketPaths = {
  area: (id: string, area: string): string => `${of(id)}/areas/${area}`,
  divisions: (id: string): string => `${of(id)}/divisions`,
  csv: (id: string): string => `${of(id)}/market.csv`,
  statement: (id: string): string => `${of(id)}/statement`,
  /** Where the keeper of a market asks providers for their returns. */
  asks: (id: string): string => `${of(id)}/asks`,
  /** Where a provider makes the return that it was asked for. */
  ask: (id: string): string => `/market-asks/${id}`,
  /** Where the keeper of a market takes back what was asked. */
  takeBack: (id: string): string => `/market-asks/${id}/take-back`,
  statementPdf: (id: string, number: number): string => `${of(id)}/statement/${number}/statement.pdf`,
} as const
