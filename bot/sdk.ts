/**
 * The only file that names the Bot Framework SDK. Its support ended on 31 December 2025; leaving it for its successor, the
 * Microsoft 365 Agents SDK, stays a matter of this file and of those that import it (`bot/bot.ts`, the adapters).
 */
export {
  ActivityHandler,
  BotAdapter,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
} from 'botbuilder'
export type { Activity, ResourceResponse } from 'botbuilder'
