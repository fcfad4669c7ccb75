import type { Desk } from '../desk.ts';
import type { Handlers } from './dispatch.ts';

type PointOperation = 'points' | 'markPoint' | 'renamePoint' | 'deletePoint' | 'restorePoint' | 'planAt' | 'goBackTo';

/** The named points of the plan: set, looked at, and gone back to. */
export function pointHandlers(desk: Desk): Pick<Handlers, PointOperation> {
  return {
    points: () => desk.file.points(),
    markPoint: ({ name }) => desk.change((file) => file.markPoint(name)),
    renamePoint: ({ id, name }) => desk.change((file) => file.renamePoint(id, name)),
    deletePoint: ({ id }) => desk.change((file) => file.deletePoint(id)),
    restorePoint: ({ id }) => desk.change((file) => file.restorePoint(id)),
    planAt: ({ id }) => desk.file.planAt(id),
    goBackTo: ({ id }) => desk.change((file) => file.goBackTo(id)),
  };
}
