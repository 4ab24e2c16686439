/** The addresses of screens that cross domains. */
export const homePaths = {
  work: '/work',
  /** Early help, for whoever has a post there. */
  families: '/families',
  mailChoice: '/me/mail',
  ownCalendar: '/me/calendar',
  /** With '?key=' and the secret of the address. */
  ownCalendarFeed: '/me/calendar.ics',
  /** Access tokens for one's own programs. */
  ownTokens: '/me/tokens',
  administration: '/admin',
  mail: '/admin/mail',
  keptMail: (id: string): string => `/admin/mail/${encodeURIComponent(id)}`,
  audit: '/admin/audit',
  auditCsv: '/admin/audit.csv',
  exported: '/admin/export',
} as const

/** The pattern under which one kept mail answers. */
export const keptMailPattern = '/admin/mail/:id{[0-9a-f-]{36}}'
