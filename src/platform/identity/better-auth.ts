import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import pg from 'pg'
import { newId } from '#platform/database/ids.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './rules/password.ts'

/** A session ends after twelve hours without use: it outlives the longest meeting. In seconds. */
export const SESSION_SECONDS = 12 * 60 * 60

/** Use renews a session, but is written down at most this often. In seconds. */
const RENEW_SECONDS = 30 * 60

/** How long the second step may take. In seconds. */
const CHALLENGE_SECONDS = 10 * 60

/** Header by which our routes tell better-auth the client's address; it never comes from outside. */
export const ADDRESS_HEADER = 'x-goldenthread-address'

/** What better-auth needs. */
export interface AuthSettings {
  /** The serving role's; each connection takes the role goldenthread_identity at once. */
  readonly databaseUrl: string
  /** Signs cookies and encrypts seeds and recovery codes; at least 32 characters. */
  readonly secret: string
  /** Where the site stands, for example `https://board.example`. Cookies are Secure when it is https. */
  readonly publicUrl: string
  /** Told what better-auth itself calls an error. */
  readonly report: (message: string) => void
}

/** Opens better-auth on schema `identity`. Its own routes are never mounted: our forms call its handler. */
export function openAuth(settings: AuthSettings) {
  if (settings.secret.length < 32) throw new Error('The secret of identity is shorter than 32 characters.')
  const pool = identityPool(settings.databaseUrl)
  const auth = betterAuth({
    appName: 'Goldenthread',
    baseURL: settings.publicUrl,
    basePath: '/api/auth',
    secret: settings.secret,
    database: pool,
    telemetry: { enabled: false },
    rateLimit: { enabled: false }, // it refuses by address, and thirty members share one; our throttle delays
    logger: { level: 'error', log: (_level, message) => settings.report(message) },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: SHORTEST_PASSWORD, maxPasswordLength: LONGEST_PASSWORD * 4 },
    ...tableNames,
    advanced: {
      cookiePrefix: 'goldenthread',
      useSecureCookies: settings.publicUrl.startsWith('https:'),
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    plugins: [secondStep()],
  })
  return { auth, close: () => pool.end() }
}

/** better-auth, opened. */
export type Auth = ReturnType<typeof openAuth>['auth']

function secondStep() {
  return twoFactor({
    twoFactorCookieMaxAge: CHALLENGE_SECONDS,
    accountLockout: { enabled: false }, // whoever knows a password could otherwise bar its owner
    backupCodeOptions: { storeBackupCodes: 'encrypted' },
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'second_factor',
        fields: {
          userId: 'user_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  })
}

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** better-auth's names for tables and columns, turned into ours. */
const tableNames = {
  user: { modelName: 'user_account', fields: { emailVerified: 'email_verified', ...stamps } },
  session: {
    modelName: 'session',
    expiresIn: SESSION_SECONDS,
    updateAge: RENEW_SECONDS,
    fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...stamps },
  },
  account: {
    modelName: 'credential',
    fields: {
      userId: 'user_id',
      providerId: 'provider_id',
      accountId: 'account_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...stamps,
    },
  },
  verification: { modelName: 'challenge', storeIdentifier: 'hashed' as const, fields: { expiresAt: 'expires_at', ...stamps } },
}

function identityPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: 5_000,
    query_timeout: 20_000,
    options: '-c role=goldenthread_identity -c search_path=identity -c timezone=UTC -c statement_timeout=15000 -c lock_timeout=5000',
  })
  pool.on('error', () => {}) // an idle connection was lost: the pool opens another
  pool.on('connect', (client) => client.on('error', () => {})) // lost while in use: the query rejects by itself
  return pool
}
