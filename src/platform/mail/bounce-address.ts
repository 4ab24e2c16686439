/** The sender of one mail, at which reports about it arrive: 'bounces+<delivery>@boards.example' (variable envelope return path). */
export function bounceAddress(address: string, delivery: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${delivery}@${address.slice(at + 1)}`
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The delivery that a bounce address names; undefined for any other address. Letters may come back in capitals. */
export function deliveryOf(address: string, given: string): string | undefined {
  const at = address.lastIndexOf('@')
  const [start, end] = [`${address.slice(0, at)}+`.toLowerCase(), address.slice(at).toLowerCase()]
  const text = given.trim().toLowerCase()
  if (!text.startsWith(start) || !text.endsWith(end)) return undefined
  const middle = text.slice(start.length, text.length - end.length)
  return uuid.test(middle) ? middle : undefined
}
