/** What is easily got wrong on a phone, held against what is said on its pages, trap by trap (guidance sections 7 to 9). */
import { describe, expect, test } from 'vitest'
import { actionWords } from '@/lib/words/actions'
import { costOf } from '@/lib/words/costs'
import { itemWords, labelWords } from '@/lib/words/guidance'
import { questionsOfPhones } from '@/lib/words/questions-of-phones'

type Question = { hint?: string; notes?: readonly string[] }
const { vpn, iphone_settings, iphone_permissions, android_messages, android_chrome, android_apps } =
  questionsOfPhones
/** All that is said beside a question. */
const beside = ({ hint = '', notes = [] }: Question) => [hint, ...notes].join('\n')
const steps = (action: keyof typeof actionWords) =>
  actionWords[action].steps({ name: '', service: '' }).join('\n')

describe('General 8', () => {
  test('answers “why not?” by the guidance’s reasons: the risk moves to its maker, and more can be attacked', () => {
    for (const said of [beside(vpn.personalVpn), itemWords['G8.0'].asks])
      expect(said).toMatch(/(risk|trust).* to the VPN’s maker, and often/)
    expect(beside(vpn.personalVpn)).toMatch(/doubtful/)
  })
  test('says that Private Relay is none, where they hide, and that who needs one asks for an exception', () => {
    expect(beside(vpn.personalVpn)).toMatch(/Private Relay does not count as one/)
    expect(beside(vpn.personalVpn)).toMatch(/Virus scanners, browsers and ad blockers may bring one along/)
    expect(beside(vpn.personalVpn)).toMatch(/exception with an end date/)
    expect(beside(vpn.employerVpn)).toMatch(/another use/)
  })
})

describe('iPhone 2', () => {
  test('says that a message may not go at all, before it is switched off and in its steps', () => {
    for (const said of [
      beside(iphone_settings.sendAsText),
      costOf('I2')?.before ?? '',
      steps('turn_off_send_as_text'),
    ])
      expect(said).toMatch(/not go at all/)
  })
  test('says that it protects messages between Apple devices only', () => {
    expect(beside(iphone_settings.sendAsText)).toMatch(/between Apple devices only/)
    expect(costOf('I2')?.changes.join(' ')).toMatch(/without an Apple device still go as text messages/)
  })
})

describe('iPhone 3', () => {
  test('shows Private Relay and an encrypted resolver, and ranks neither beyond the text', () => {
    const said = beside(iphone_settings.encryptedDns)
    expect(said).toMatch(/Private Relay protects Safari/)
    expect(said).toMatch(/also protects what other apps look up/)
    expect(said).toMatch(/Each does something the other does not/)
    expect(labelWords.partial_free_alternative.says).toMatch(/also protects apps other than Safari/)
    expect(said).not.toMatch(/better|best|worse|stronger|weaker/)
  })
  test('says that inside a VPN names are looked up through it, the employer’s too', () => {
    expect(beside(iphone_settings.encryptedDns)).toMatch(/While a VPN runs/)
    expect(labelWords.employer_vpn.says).toMatch(/names are looked up through it/)
    expect(labelWords.own_vpn_instead.says).toMatch(/names are looked up through it/)
  })
})

test('iPhone 5 and Android 7: location, camera and microphone are examples; contacts and photos matter too', () => {
  expect(beside(iphone_permissions.reviewed)).toMatch(/examples. Contacts and photos/)
  expect(steps('review_permissions')).toMatch(/Contacts, photos/)
})

describe('Android 2', () => {
  test('names the guidance’s condition in our words: everybody in the chat uses Google Messages', () => {
    for (const said of [beside(android_messages.rcs), itemWords.A2.asks])
      expect(said).toMatch(/where everybody in (the chat|them) uses Google Messages/)
  })
  test('says that one other app opens the group, that chats fall back, and that those with companies stay open', () => {
    const said = beside(android_messages.allChatsHaveLock)
    expect(said).toMatch(/One person with another app takes the lock off the whole group/)
    expect(said).toMatch(/fall back to ordinary text messages/)
    expect(said).toMatch(/companies are not encrypted/)
    expect(said).toMatch(/The lock decides, and not the name of the app/)
  })
})

describe('Android 5', () => {
  test('says beside the question, and before it is turned on, that more is shared with Google', () => {
    expect(beside(android_chrome.safeBrowsing)).toMatch(/shares more with Google/)
    expect(costOf('A5')?.before).toMatch(/sends more of what you open to Google/)
  })
  test('says that a managed Chrome may be locked, and whom to tell', () => {
    expect(beside(android_chrome.safeBrowsing)).toMatch(/employer manages Chrome, it may be locked/)
    expect(steps('turn_on_enhanced_protection')).toMatch(/employer manages Chrome.*tell your security team/)
  })
})

test('Android 7 says that the menu is named otherwise by each maker', () => {
  expect(beside(android_apps.reviewed)).toMatch(/name differs between makers/)
})
