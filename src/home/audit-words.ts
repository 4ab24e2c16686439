import { organisationPath, personPath } from '#governance/paths.ts'

/** An act of the audit as people say it: 'agenda.item-added' becomes 'Agenda: item added'. */
export function actInWords(act: string): string {
  const [about = '', ...what] = act.replaceAll('-', ' ').split('.')
  return `${about.charAt(0).toUpperCase()}${about.slice(1)}: ${what.join(', ')}`
}

const addresses: ReadonlyMap<string, (id: string) => string> = new Map([
  ['organisation', organisationPath],
  ['person', personPath],
])

/** Where an administrator can look at what was acted on; undefined where it has no page of its own, or is for the members of a board alone. */
export function subjectAddress(subjectType: string, subject: string): string | undefined {
  return addresses.get(subjectType)?.(subject)
}
