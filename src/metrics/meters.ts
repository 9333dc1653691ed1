/**
 * What is counted and measured of the running program, in Prometheus' form. It decides nothing. All meters and their
 * names stand in this file; `watch.ts` moves those of interactions, `collect.ts` those that are looked up when asked for.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds: Discord and Slack wait three for an acknowledgement. */
const SOON = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10];
/** Seconds: what is done by the clock is looked for every second. */
const LATE = [1, 2, 5, 10, 30, 60, 300, 900, 3600, 14_400];
/** Seconds: a picture takes a tenth, and waits for those before it. */
const DRAWN = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
/** Seconds: a query of SQLite takes tens of microseconds, a commit waits for the disk. */
const QUERY = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

export type Meters = ReturnType<typeof makeMeters>;

/** All meters, each at nothing yet. Every label has few values, and none that anybody chose by writing. */
export function makeMeters() {
  const all = new Registry();
  const registers = [all];
  collectDefaultMetrics({ register: all });
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers });
  const histogram = <Label extends string>(name: string, help: string, buckets: number[], ...labelNames: Label[]) =>
    new Histogram({ name, help, buckets, labelNames, registers });
  return {
    all,
    build: gauge('hostmaster_build_info', 'Always 1, with the version.', 'version'),
    interactions: counter('hostmaster_interactions_total', 'What people did.', 'platform', 'kind', 'outcome'),
    inHand: gauge('hostmaster_interactions_in_hand', 'Taken, and not done with.', 'platform'),
    acknowledgement: histogram(
      ...([
        'hostmaster_acknowledgement_seconds',
        'From its arrival to its acknowledgement.',
        SOON,
        'platform',
      ] as const),
    ),
    reply: histogram('hostmaster_reply_seconds', 'From its arrival until all is said.', SOON, 'platform', 'kind'),
    promptLateness: histogram(
      'hostmaster_prompt_lateness_seconds',
      'Of daily prompts, after their time.',
      LATE,
      'kind',
    ),
    postLateness: histogram(
      'hostmaster_post_lateness_seconds',
      'Of posts, after they were due.',
      LATE,
      'platform',
      'kind',
    ),
    posts: counter('hostmaster_posts_total', 'Posts that are done with.', 'platform', 'kind', 'settlement'),
    outbox: gauge('hostmaster_outbox_posts', 'Posts that are not done with, due or not.'),
    postsDue: gauge('hostmaster_posts_due', 'Posts that are due and not done with.'),
    postsOverdue: gauge('hostmaster_posts_overdue_seconds', 'How long the oldest of them has been due.'),
    schedulesDue: gauge('hostmaster_schedules_due', 'Daily schedules whose time has come.'),
    schedulesOverdue: gauge('hostmaster_schedules_overdue_seconds', 'How long the oldest of them has been due.'),
    dueWork: histogram('hostmaster_due_work_seconds', 'How long it took to do what was due.', SOON),
    dueWorkAt: gauge('hostmaster_due_work_timestamp_seconds', 'When that was last done.'),
    query: histogram('hostmaster_database_query_seconds', 'Queries of the database.', QUERY, 'kind'),
    queryFaults: counter('hostmaster_database_errors_total', 'Queries that failed.', 'kind'),
    databaseConnections: gauge('hostmaster_database_connections', 'Connections to PostgreSQL.', 'state'),
    databaseMost: gauge('hostmaster_database_connections_max', 'How many there are at most.'),
    databaseWaiting: gauge('hostmaster_database_connections_awaited', 'How much waits for one.'),
    pictures: counter('hostmaster_pictures_total', 'Pictures that were wanted.', 'outcome'),
    picture: histogram('hostmaster_picture_seconds', 'From when one was wanted until it was drawn.', DRAWN, 'outcome'),
    picturesWaiting: gauge('hostmaster_pictures_waiting', 'Pictures that wait to be drawn.'),
    connectionOpen: gauge('hostmaster_connection_open', '1 while it is open.', 'platform', 'connection'),
    connectionLost: counter('hostmaster_connection_lost_total', 'How often it was lost.', 'platform', 'connection'),
    connectionPing: gauge('hostmaster_connection_ping_seconds', 'There and back.', 'platform', 'connection'),
    ready: gauge('hostmaster_ready', '1 where that part is ready.', 'part'),
    responses: counter('hostmaster_http_responses_total', 'Requests by HTTP that were answered.', 'path', 'status'),
    logLines: counter('hostmaster_log_lines_total', 'Lines of the log, written or left out.', 'level'),
  };
}
