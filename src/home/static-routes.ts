import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import { AccessibilityPage } from './pages/accessibility.tsx'
import { CookiesPage } from './pages/cookies.tsx'
import { PrivacyPage } from './pages/privacy.tsx'

/** The pages that say how this site treats people; anybody may read them. */
export function staticRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get('/accessibility', (c) => c.html(AccessibilityPage({ visit: c.get('visit') })))
  routes.get('/privacy', (c) => c.html(PrivacyPage({ visit: c.get('visit') })))
  routes.get('/cookies', (c) => c.html(CookiesPage({ visit: c.get('visit') })))
  return routes
}
