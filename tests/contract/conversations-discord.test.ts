import { discordNetwork } from './conversations/discord-group.ts';
import { describeConversations } from './conversations.ts';

describeConversations('discord', () => discordNetwork(1));
describeConversations('discord with two shards', () => discordNetwork(2));
