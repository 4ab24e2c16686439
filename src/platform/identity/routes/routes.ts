import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import { identityPaths } from '../paths.ts'
import { accountRoutes } from './account.tsx'
import { firstAdministratorRoutes } from './first-administrator.tsx'
import { linkRoutes } from './links.tsx'
import { type IdentityPorts, type IdentityRouteNeeds, type Serving, unkept } from './serving.ts'
import { signInRoutes } from './sign-in.tsx'

/** Signing in, mailed links, one's own account, the first administrator. */
export function identityRoutes(needs: IdentityRouteNeeds, ports: IdentityPorts): Hono<AppEnv> {
  const serving: Serving = { identity: needs.identity, secrets: needs.secrets, ...ports }
  const app = new Hono<AppEnv>()
  for (const path of unkeptPaths) app.use(path, unkept)
  signInRoutes(app, serving)
  linkRoutes(app, serving)
  accountRoutes(app, serving)
  firstAdministratorRoutes(app, serving)
  return app
}

const { signIn, signInCode, signOut, forgottenPassword, resetPassword, invitation, invitationCode, account, firstAdministrator } =
  identityPaths
const unkeptPaths = [
  signIn,
  signInCode,
  signOut,
  forgottenPassword,
  resetPassword,
  invitation,
  invitationCode,
  account,
  `${account}/*`,
  firstAdministrator,
]
