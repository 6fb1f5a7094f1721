/** A browser a person is signed in on, as they see it themselves. Times are ISO 8601 in UTC. */
export type SessionView = {
  sessionId: string;
  device: string;
  isThis: boolean;
  createdAt: string;
  lastSeenAt: string;
};
