import { organisationPath } from '#governance/paths.ts'
import { meetingPaths, recordPaths } from '#meetings/public.ts'

/** An act of the audit as people say it: 'agenda.item-added' becomes 'Agenda: item added'. */
export function actInWords(act: string): string {
  const [about = '', ...what] = act.replaceAll('-', ' ').split('.')
  return `${about.charAt(0).toUpperCase()}${about.slice(1)}: ${what.join(', ')}`
}

const addresses: ReadonlyMap<string, (id: string) => string> = new Map([
  ['meeting', meetingPaths.meeting],
  ['paper', meetingPaths.paper],
  ['decision', recordPaths.decision],
  ['action', recordPaths.action],
  ['organisation', organisationPath],
])

/** Where the thing that was acted on is shown; undefined where it has no page of its own. Whether one may read it is asked there. */
export function subjectAddress(subjectType: string, subject: string): string | undefined {
  return addresses.get(subjectType)?.(subject)
}
