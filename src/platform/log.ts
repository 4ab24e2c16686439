import { type DestinationStream, type Logger, pino } from 'pino'

/** Writes what happened as JSON lines; a request's own carries its id: `log.child({ request: visit.requestId })`. */
export type Log = Logger

/** Opens the log: JSON lines on standard error, so that standard output stays for people. Never log the words of a paper or of a mail. */
export function openLog(
  level: 'info' | 'debug' | 'silent' = 'info',
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${Temporal.Now.instant().toString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: [
        'password',
        'token',
        'secret',
        'code',
        '*.password',
        '*.token',
        '*.secret',
        '*.code',
        'headers.cookie',
        'headers.authorization',
      ],
    },
    destination,
  )
}

/** A log that keeps silent; for tests. */
export const silentLog: Log = pino({ level: 'silent' })
