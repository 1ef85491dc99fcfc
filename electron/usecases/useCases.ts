import { ok } from '@shared/result';
import { engineVersion } from '../db/open';
import type { UseCases } from '../workers/protocol';
import * as access from './access';
import { changeKey } from './changeKey';
import * as analysis from './analysis';
import * as attachments from './attachments';
import * as ballot from './ballot/calls';
import { closeBallot } from './ballot/close';
import * as check from './check';
import { chooseBallot } from './chooseBallot';
import * as contest from './contestFile';
import * as place from './contestPlace';
import type { Desk } from './context';
import { createDemo } from './demo';
import { exportMinutes, exportSnapshot, exportWorkbook } from './documents';
import { ballotDifference } from './ballotDifference';
import { importBallots, previewBallots } from './importBallots';
import { issueBallots } from './issueBallots';
import * as jury from './jury';
import * as locking from './locking';
import * as logBook from './logBook';
import * as nominees from './nominees';
import * as regional from './regional';
import * as results from './results/calls';
import { readOpenSnapshot } from './openSnapshot';
import { closeRound, reopenRound } from './rounds';
import * as seal from './seal/seal';
import { writeResults } from './seal/write';
import * as setup from './setup';
import * as standing from './standing';
import * as tallies from './tallies';

/** What the desk answers, call by call. */
export const useCases: UseCases<Desk> = {
  'lock.open': locking.open,
  'lock.leave': locking.leave,

  'start.engine': () => ok({ sqlite: engineVersion() }),
  'start.recents': contest.recents,
  'start.forget': contest.forget,
  'start.templates': contest.templates,
  'start.snapshot': readOpenSnapshot,
  'start.versions': contest.versions,
  'start.restoreVersion': contest.restore,

  'contest.create': contest.create,
  'contest.templateHead': contest.templateHead,
  'contest.open': contest.open,
  'contest.demo': createDemo,
  'contest.publish': contest.publish,
  'contest.saveElsewhere': place.saveElsewhere,
  'contest.versions': place.openVersions,
  'contest.restoreVersion': place.restoreOpenVersion,
  'contest.twoFiles': place.twoFiles,
  'contest.keepMine': place.keepMine,
  'contest.leaveForOther': place.leaveForOther,
  'contest.close': contest.close,

  'access.tryRecoveryCode': access.tryRecoveryCode,
  'access.changePassword': access.changePassword,
  'access.renewRecoveryCode': access.renewRecoveryCode,

  'access.setChairPassword': access.setChairPassword,
  'access.removeChair': access.removeChair,
  'access.changeKey': changeKey,

  'seal.checks': seal.sealChecks,
  'seal.make': seal.makeSeal,
  'seal.reopen': seal.reopenSeal,

  'log.read': logBook.readBook,
  'log.export': logBook.exportLog,

  'results.write': writeResults,
  'results.open': results.open,
  'results.workbook': results.workbook,
  'results.close': results.close,

  'setup.saveHead': setup.saveHead,
  'setup.saveCategory': setup.saveCategory,
  'setup.removeCategory': setup.removeCategory,
  'setup.saveCriteria': setup.saveCriteria,
  'setup.saveRounds': setup.saveRounds,
  'setup.saveRules': setup.saveRules,

  'nominees.preview': nominees.previewImport,
  'nominees.import': nominees.importNominees,
  'nominees.readRegional': regional.readRegional,
  'nominees.takeRegional': regional.takeRegional,
  'nominees.undoImport': nominees.undoImport,
  'nominees.add': nominees.addNominee,
  'nominees.edit': nominees.editNominee,
  'nominees.withdraw': nominees.withdraw,
  'nominees.restore': nominees.restore,
  'nominees.attach': attachments.attach,
  'nominees.picture': attachments.picture,
  'nominees.attachPicture': attachments.attachPicture,
  'nominees.detach': attachments.detach,
  'nominees.attachment': attachments.attachment,
  'nominees.saveAttachment': attachments.saveAttachment,

  'check.admitAll': check.admitAll,
  'check.admit': check.admit,
  'check.refuse': check.refuse,
  'check.reset': check.reset,

  'jury.save': jury.saveJuror,
  'jury.remove': jury.removeJuror,
  'jury.markAbsent': jury.markAbsent,
  'jury.replace': jury.replaceJuror,
  'jury.markPresent': jury.markPresent,

  'ballots.issue': issueBallots,
  'ballots.import': importBallots,
  'ballots.preview': previewBallots,
  'ballots.difference': ballotDifference,
  'ballots.choose': chooseBallot,

  'tallies.preview': tallies.previewTallies,
  'tallies.import': tallies.importTallies,
  'tallies.set': tallies.setTallies,

  'round.close': closeRound,
  'round.reopen': reopenRound,
  'standing.get': standing.getStanding,
  'standing.united': standing.getUnited,
  'standing.entry': standing.explain,
  'standing.pair': standing.explainWhyAbove,
  'standing.history': analysis.history,
  'analysis.compare': analysis.compare,
  'analysis.quality': analysis.quality,
  'analysis.whatIf': analysis.whatIf,
  'decisions.record': standing.recordDecision,
  'decisions.overrule': standing.overrule,
  'decisions.revoke': standing.revoke,

  'documents.workbook': exportWorkbook,
  'documents.minutes': exportMinutes,
  'documents.snapshot': exportSnapshot,
  'task.cancel': (desk, { task }) => {
    desk.tasks.cancel(task);
    return ok(null);
  },

  'ballot.open': ballot.open,
  'ballot.mark': ballot.mark,
  'ballot.comment': ballot.comment,
  'ballot.recuse': ballot.recuse,
  'ballot.withdrawRecusal': ballot.withdrawRecusal,
  'ballot.carry': ballot.carry,
  'ballot.undo': ballot.undo,
  'ballot.redo': ballot.redo,
  'ballot.setPlace': ballot.setPlace,
  'ballot.submit': ballot.submit,
  'ballot.saveAgain': ballot.saveAgain,
  'ballot.attachment': ballot.attachment,
  'ballot.saveAttachment': ballot.saveAttachment,
  'ballot.correct': ballot.correct,
  'ballot.close': async (desk) => {
    await closeBallot(desk);
    return ok(null);
  },
};
