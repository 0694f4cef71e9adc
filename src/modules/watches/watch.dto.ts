import { OptionalChoice, OptionalId, Shown, Words } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';

export class WatchAlertQuery extends PageQuery {
  @OptionalChoice('State', ['raised', 'told', 'dismissed']) state?: string;
  @OptionalId('Entry of the whitelist') entry?: string;
}

export class TellWatchAlertDto {
  @Words('How the firm was told. Nothing of who reported', '电话告知联系人', 1000) how: string;
}

export class DismissWatchAlertDto {
  @Words('Reason', '与所列权利无关', 1000) reason: string;
}

export class WatchAlertDto {
  @Shown('Id', '3b7c2a52-2f1b-5c39-8f0e-6b1d3f1f9a01') id: string;
  @Shown('State', 'raised') state: string;
  @Shown('Version; the ETag', 1) version: number;
  @Shown('Agency that keeps the entry', 'chaoan-market-regulation') agency: string;
  @Shown('Entry of the whitelist', '019aa1b2-0000-7000-8000-000000000081') entryId: string;
  @Shown('What happened: complaint, right or publication', 'complaint') touchedBy: string;
  @Shown('Complaint, right or publication; whether it may be opened is decided there', '019aa1b2-0000-7000-8000-000000000001') aboutId: string;
  @Shown('Number or name that was touched, as it is compared', 'trademark:12345678') key: string;
  @Shown('When it was raised, RFC 3339 UTC', '2026-11-23T02:00:00.000Z') raisedAt: string;
  @Shown('How the firm was told, or why not', '电话告知联系人', { nullable: true }) note: string | null;
}

export class WatchAlertPage {
  @Shown('Newest first', [], { type: [WatchAlertDto] }) items: readonly WatchAlertDto[];
}
