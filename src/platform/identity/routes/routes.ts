import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import { proxyList } from '../client-address.ts'
import { identityPaths } from '../paths.ts'
import { accountRoutes } from './account.tsx'
import { firstAdministratorRoutes } from './first-administrator.tsx'
import { linkRoutes } from './links.tsx'
import { type IdentityPorts, type IdentityRouteNeeds, type Serving, unseen } from './serving.ts'
import { signInRoutes } from './sign-in.tsx'

/** Signing in, mailed links, one's own account, the first administrator. */
export function identityRoutes(needs: IdentityRouteNeeds, ports: IdentityPorts): Hono<AppEnv> {
  const { identity, config, firstAdministrator } = needs
  const serving: Serving = { identity, config, firstAdministrator, ...ports, proxies: proxyList(config.trustedProxy) }
  const app = new Hono<AppEnv>()
  for (const path of unseenPaths) app.use(path, unseen)
  signInRoutes(app, serving)
  linkRoutes(app, serving)
  accountRoutes(app, serving)
  firstAdministratorRoutes(app, serving)
  return app
}

const { signIn, signInCode, signOut, forgottenPassword, resetPassword, invitation, invitationCode, account, firstAdministrator } =
  identityPaths
const unseenPaths = [
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
