/** The addresses of screens that cross domains. */
export const homePaths = {
  work: '/work',
  mailChoice: '/me/mail',
  ownCalendar: '/me/calendar',
  /** With '?key=' and the secret of the address. */
  ownCalendarFeed: '/me/calendar.ics',
  administration: '/admin',
  mail: '/admin/mail',
  keptMail: (id: string): string => `/admin/mail/${encodeURIComponent(id)}`,
  audit: '/admin/audit',
  auditCsv: '/admin/audit.csv',
} as const

/** The pattern under which one kept mail answers. */
export const keptMailPattern = '/admin/mail/:id{[0-9a-f-]{36}}'
