/** Names a pack's file in addresses: 'public.pdf', 'full.pdf', 'supplement-2-public.pdf'. Tells nothing of what is in it. */
export function packFileName(publication: { readonly kind: string; readonly number: number }, edition: 'public' | 'full'): string {
  return publication.kind === 'pack' ? `${edition}.pdf` : `${publication.kind}-${publication.number}-${edition}.pdf`
}

/** What an address of a pack's file asks for; undefined where it is none. A pack has no number there: the newest that stands is meant. */
export function readPackFileName(name: string):
  | {
      readonly kind: 'pack' | 'supplement' | 'correction' | 'release'
      readonly number: number | undefined
      readonly edition: 'public' | 'full'
    }
  | undefined {
  const found = /^(?:(supplement|correction|release)-([1-9][0-9]{0,3})-)?(public|full)\.pdf$/.exec(name)
  if (!found) return undefined
  const [, kind, number, edition] = found
  return { kind: (kind ?? 'pack') as 'pack', number: number === undefined ? undefined : Number(number), edition: edition as 'public' }
}

/** The name under which a browser saves it: 'strategic-partnership-2014-02-24-public.pdf'. */
export function downloadName(slug: string, heldOn: Temporal.PlainDate, file: string): string {
  return `${slug}-${heldOn.toString()}-${file}`
}

/** The name of a public edition as a file: 'supplement-2-2014-02-24.pdf'. Tells nothing of what is in it. */
export function editionName(of: { readonly kind: string; readonly number: number; readonly heldOn: Temporal.PlainDate }): string {
  const number = of.kind === 'supplement' || of.number > 1 ? `-${of.number}` : ''
  return `${of.kind}${number}-${of.heldOn.toString()}.pdf`
}
