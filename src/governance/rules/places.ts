/** One place of a seat on a day; vacant where nobody holds it. */
export interface Place<Holder, Deputy> {
  /** From 1. */
  readonly place: number
  readonly holder: Holder | undefined
  readonly deputies: readonly Deputy[]
}

/** The places of a seat from 1 to `count`, each with who holds it: a vacancy is what is left over, never a record (G5). */
export function derivePlaces<Holder, Deputy>(
  count: number,
  holders: readonly { readonly place: number; readonly holder: Holder }[],
  deputies: readonly { readonly place: number; readonly deputy: Deputy }[],
): readonly Place<Holder, Deputy>[] {
  return Array.from({ length: count }, (_, index) => {
    const place = index + 1
    return {
      place,
      holder: holders.find((held) => held.place === place)?.holder,
      deputies: deputies.filter((named) => named.place === place).map(({ deputy }) => deputy),
    }
  })
}
