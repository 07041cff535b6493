import { definePermissions } from '@guiche/kit/auth';
import { accessPermissions } from './permissions/access-permissions.ts';
import type { AccessResources } from './permissions/access-permissions.ts';
import { accreditationPermissions } from './permissions/accreditation-permissions.ts';
import type { AccreditationResources } from './permissions/accreditation-permissions.ts';
import { documentPermissions } from './permissions/document-permissions.ts';
import type { DocumentResources } from './permissions/document-permissions.ts';
import { exportPermissions } from './permissions/export-permissions.ts';
import type { ExportResources } from './permissions/export-permissions.ts';
import { intimationPermissions } from './permissions/intimation-permissions.ts';
import type { IntimationResources } from './permissions/intimation-permissions.ts';
import { petitionPermissions } from './permissions/petition-permissions.ts';
import type { PetitionResources } from './permissions/petition-permissions.ts';
import { processPermissions } from './permissions/process-permissions.ts';
import type { ProcessResources } from './permissions/process-permissions.ts';
import { searchPermissions } from './permissions/search-permissions.ts';
import type { SearchResources } from './permissions/search-permissions.ts';
import { settingPermissions } from './permissions/setting-permissions.ts';
import type { SettingResources } from './permissions/setting-permissions.ts';
import { signaturePermissions } from './permissions/signature-permissions.ts';
import type { SignatureResources } from './permissions/signature-permissions.ts';
import { taskPermissions } from './permissions/task-permissions.ts';
import type { TaskResources } from './permissions/task-permissions.ts';

/** What each action is judged on. */
export interface Resources
  extends AccessResources,
    AccreditationResources,
    DocumentResources,
    ExportResources,
    IntimationResources,
    PetitionResources,
    ProcessResources,
    SearchResources,
    SettingResources,
    SignatureResources,
    TaskResources {}

/** Who may do what, by topic; what is not said is refused. The matrix in src/test shows it row by row. */
export const permissions = definePermissions<Resources>({
  ...accessPermissions,
  ...accreditationPermissions,
  ...documentPermissions,
  ...exportPermissions,
  ...intimationPermissions,
  ...petitionPermissions,
  ...processPermissions,
  ...searchPermissions,
  ...settingPermissions,
  ...signaturePermissions,
  ...taskPermissions,
});
