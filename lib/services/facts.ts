/** What is known of one service: which factors it offers and whether it holds on to the text message. Dated. */
import type { Category, Method, MethodRole, SmsConstraint } from '@/lib/vocabulary'

export type ServiceFacts = {
  id: string
  name: string
  domain: string
  category: Category
  /** Methods the service offers, in the words of the vocabulary. */
  methods: readonly Method[]
  fidoOffered: boolean
  /** What a passkey can do there; empty when none is offered. */
  passkeyUse: readonly MethodRole[]
  smsConstraint: SmsConstraint
  /** Google accounts may have Advanced Protection. */
  advancedProtection: boolean
  /** Registered by phone number (Signal, WhatsApp, Telegram): row 26 of the truth table. */
  registeredByPhone: boolean
  /** The day the facts were read, 2026-08-04. */
  asOf: string
}
