import { slackNetwork } from './conversations/slack-group.ts';
import { describeConversations } from './conversations.ts';

describeConversations('slack over its socket', () => slackNetwork('socket'));
describeConversations('slack over requests', () => slackNetwork('http'));
