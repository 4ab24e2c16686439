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
      serializers: { err: toldOf },
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

/** What an error says, without the values that a database did not take. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? ((toldOf(error) as Told).message ?? '') : String(error)
}

interface Told {
  message?: string
  stack?: string
  cause?: unknown
  [field: string]: unknown
}

/**
 * An error as the log and failed jobs keep it. PostgreSQL says in details, in what led there and in the messages of class 22 which values it did not take:
 * they are somebody's words, and stay out (requirements E6 and X2).
 */
export function toldOf(error: unknown): unknown {
  const told: unknown = error instanceof Error ? pino.stdSerializers.errWithCause(error) : error
  return typeof told === 'object' && told !== null ? withoutValues({ ...told }) : told
}

function withoutValues(told: Told): Told {
  const { cause, ...kept } = told
  if (cause !== undefined) kept.cause = typeof cause === 'object' && cause !== null ? withoutValues({ ...cause }) : cause
  if (typeof told.severity !== 'string' || typeof told.code !== 'string') return kept
  for (const field of ['detail', 'where', 'hint', 'internalQuery']) delete kept[field]
  if (told.code.startsWith('22') && told.message) {
    kept.stack = told.stack?.replaceAll(told.message, 'a value that is not taken') ?? ''
    kept.message = 'a value that is not taken'
  }
  return kept
}

/** A log that keeps silent; for tests. */
export const silentLog: Log = pino({ level: 'silent' })
