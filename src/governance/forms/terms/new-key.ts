/** A key for an entry, of its name: "Public health lead" is 'public_health_lead'; 'entry' where the name has no letters of English. */
export function keyFrom(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 50)
  return letters === '' ? 'entry' : letters
}
