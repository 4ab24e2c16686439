import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memberVisit, visitorVisit } from '#platform/web/testing/visits.ts'
import { htmlFaults } from '#test/support/html.ts'
import { AccessibilityPage } from './accessibility.tsx'
import { CookiesPage } from './cookies.tsx'
import { PrivacyPage } from './privacy.tsx'

const pages = { AccessibilityPage, CookiesPage, PrivacyPage }

for (const [name, page] of Object.entries(pages)) {
  test(`${name} is sound HTML for a visitor and for somebody who is signed in`, async () => {
    for (const visit of [visitorVisit('/accessibility'), memberVisit('/accessibility')]) {
      assert.deepEqual(await htmlFaults(String(await page({ visit }))), [])
    }
  })
}
