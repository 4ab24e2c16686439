/** Addresses of preparing a meeting: forward plan, meetings, agendas, papers, publishing. */
export const meetingPaths = {
  meetings: (slug: string): string => `/boards/${slug}/meetings`,
  newMeeting: (slug: string): string => `/boards/${slug}/meetings/new`,
  plan: (slug: string): string => `/boards/${slug}/plan`,
  newPlanItem: (slug: string): string => `/boards/${slug}/plan/new`,
  planItem: (slug: string, item: string): string => `/boards/${slug}/plan/${item}`,
  planStep: (slug: string, item: string, step: 'accept' | 'refuse' | 'move' | 'withdraw' | 'edit'): string =>
    `/boards/${slug}/plan/${item}/${step}`,
  meeting: (id: string): string => `/meetings/${id}`,
  editMeeting: (id: string): string => `/meetings/${id}/edit`,
  callMeeting: (id: string): string => `/meetings/${id}/call`,
  cancelMeeting: (id: string): string => `/meetings/${id}/cancel`,
  rescheduleMeeting: (id: string): string => `/meetings/${id}/reschedule`,
  prepare: (id: string): string => `/meetings/${id}/prepare`,
  notice: (id: string): string => `/meetings/${id}/notice`,
  calendar: (id: string): string => `/meetings/${id}/calendar.ics`,
  agenda: (id: string): string => `/meetings/${id}/agenda`,
  newItem: (id: string): string => `/meetings/${id}/agenda/new`,
  openers: (id: string): string => `/meetings/${id}/agenda/openers`,
  placePlanItem: (id: string): string => `/meetings/${id}/agenda/place`,
  item: (id: string, item: string): string => `/meetings/${id}/items/${item}`,
  itemStep: (id: string, item: string, step: 'edit' | 'up' | 'down' | 'remove' | 'withdraw' | 'paper'): string =>
    `/meetings/${id}/items/${item}/${step}`,
  check: (id: string): string => `/meetings/${id}/check`,
  publish: (id: string): string => `/meetings/${id}/publish`,
  publication: (id: string, publication: string): string => `/meetings/${id}/publications/${publication}`,
  publicationStep: (id: string, publication: string, step: 'retry' | 'withdraw'): string =>
    `/meetings/${id}/publications/${publication}/${step}`,
  /** `file` is the name that `packFileName` makes. */
  packFile: (id: string, file: string): string => `/meetings/${id}/pack/${file}`,
  papers: (): string => '/papers',
  paper: (id: string): string => `/papers/${id}`,
  paperStep: (
    id: string,
    step: 'edit' | 'preview' | 'hand-in' | 'ask' | 'answer' | 'clear' | 'return' | 'consent' | 'correct' | 'publish-correction',
  ): string => `/papers/${id}/${step}`,
  paperVersion: (id: string, number: number): string => `/papers/${id}/versions/${number}`,
} as const
