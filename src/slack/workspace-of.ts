import { z } from 'zod';

const id = z.string().nullish().catch(undefined);
const DELIVERY = z.object({
  authorizations: z
    .array(z.object({ team_id: id }))
    .nullish()
    .catch(undefined),
  view: z.object({ app_installed_team_id: id }).nullish().catch(undefined),
  team_id: id,
  team: z.object({ id }).nullish().catch(undefined),
  user: z.object({ team_id: id }).nullish().catch(undefined),
});

/**
 * The workspace whose installation a delivery is for. In a channel that workspaces share it need not be the one where
 * something was done. Source: docs.slack.dev, Events API, `authorizations`; `view.app_installed_team_id`.
 */
export function workspaceOf(body: unknown): string | undefined {
  const { authorizations, view, team_id, team, user } = DELIVERY.safeParse(body).data ?? {};
  const installed = authorizations?.[0]?.team_id ?? view?.app_installed_team_id;
  return installed ?? team_id ?? team?.id ?? user?.team_id ?? undefined;
}
