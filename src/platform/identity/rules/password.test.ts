import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultOfPassword } from './password.ts'

test('X1: a password has at least twelve characters of any script', () => {
  assert.equal(faultOfPassword('', []), 'password-missing')
  assert.equal(faultOfPassword('elevenchars', []), 'password-short')
  assert.equal(faultOfPassword('kettle under glass', []), undefined)
  assert.equal(faultOfPassword('ŵythnos o law mân', []), undefined)
  assert.equal(faultOfPassword('🦉🌧️🚲🍋🎺🪑🧭🪁🌵🧊🔭🥁', []), undefined)
  assert.equal(faultOfPassword(`${'long words '.repeat(24)}`, []), 'password-long')
})

test('X1: a password that everybody tries first is refused, with figures and capitals added too', () => {
  for (const common of ['Password1234', 'passwordpassword', 'PasswordPassword!', 'Correct Horse Battery Staple', 'administrator99']) {
    assert.equal(faultOfPassword(common, []), 'password-common', common)
  }
})

test('X1: a pattern of the keyboard and a repeated piece are refused', () => {
  for (const pattern of ['aaaaaaaaaaaaa', 'abcabcabcabc', '012345678901', 'qwertyuiopas', 'lkjhgfdsapoiuytrewq']) {
    assert.equal(faultOfPassword(pattern, []), 'password-pattern', pattern)
  }
})

test("X1: the person's own name or address is no password", () => {
  assert.equal(faultOfPassword('ann.example1', ['Ann Example', 'ann.example@example.org', 'ann.example']), 'password-personal')
  assert.equal(faultOfPassword('Ann Example 99', ['Ann Example']), 'password-personal')
  assert.equal(faultOfPassword('Ann Example likes tea', ['Ann Example']), undefined)
})
