/** What the functions behind the calls of the contract look like. */
import type { CallName, CallResponse, JobName, ParsedRequest } from '../../shared/ipc.js';
import type { Job } from './jobs.js';

type QuickHandler<Name extends CallName> = (request: ParsedRequest<Name>) => Promise<CallResponse<Name>>;
type JobHandler<Name extends CallName> = (request: ParsedRequest<Name>, job: Job) => Promise<CallResponse<Name>>;

/** One function for every call: parsed request in, response out; fails with AppError. Long work is handed its job. */
export type Handlers = {
  readonly [Name in CallName]: Name extends JobName ? JobHandler<Name> : QuickHandler<Name>;
};
