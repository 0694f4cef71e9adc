import { problemsOf, type ProblemCatalogue } from '../../platform/http/problem.js';
import { TableFault } from '../../platform/tables/table.js';

/** Why a file is not taken, or its import failed. The same codes stand in the answer and in the import. */
export const importErrors = {
  'import.media-type': { status: 415, severity: 'warning', title: { zh: '不支持的文件类型', en: 'This kind of file is not taken' }, remedy: { zh: '以 text/csv、application/x-ndjson 或 application/vnd.openxmlformats-officedocument.spreadsheetml.sheet 为内容类型，直接上传文件内容', en: 'Send the file itself as the body, with content type text/csv, application/x-ndjson or application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } },
  'import.too-large': { status: 413, severity: 'warning', title: { zh: '文件过大', en: 'The file is too large' }, remedy: { zh: '拆分为多个不超过 limitBytes 的文件；重复上传不会重复登记', en: 'Split it into files of at most limitBytes; sending rows again files nothing twice' } },
  'import.stalled': { status: 408, severity: 'warning', title: { zh: '上传中断', en: 'The upload came to a standstill' }, remedy: { zh: '检查网络后重新上传；未收全的文件不会保留', en: 'Check the network and send it again; nothing was kept of it' } },
  'import.empty': { status: 422, severity: 'warning', title: { zh: '文件为空', en: 'The file is empty' }, remedy: { zh: '核对所选文件', en: 'Check which file was chosen' } },
  'import.not-what-it-says': { status: 422, severity: 'warning', title: { zh: '文件内容与声明的类型不符', en: 'The file is not what its content type says' }, remedy: { zh: '核对文件与内容类型', en: 'Check the file and its content type' } },
  'import.encrypted-or-old': { status: 422, severity: 'warning', title: { zh: '文件已加密，或为旧版 .xls 格式', en: 'The workbook is encrypted, or has the old .xls format' }, remedy: { zh: '去除密码并另存为 .xlsx 或 CSV', en: 'Remove the password and save it as .xlsx or CSV' } },
  'import.encoding': { status: 422, severity: 'warning', title: { zh: '文字编码既非 UTF-8 也非 GB18030', en: 'The text is neither UTF-8 nor GB18030' }, remedy: { zh: '另存为 UTF-8 编码的 CSV', en: 'Save it as CSV in UTF-8' } },
  'import.header-missing': { status: 422, severity: 'warning', title: { zh: '第一行不是表头', en: 'The first row is no header' }, remedy: { zh: '第一行写字段路径（如 reporter.name）或登记表上的栏目名称', en: 'Put field paths such as reporter.name, or the headings of the official form, into the first row' } },
  'import.columns-unknown': { status: 422, severity: 'warning', title: { zh: '有未知或重复的列', en: 'Some columns are unknown or stand twice' }, remedy: { zh: '按 columns 逐列改正；与登记无关的列可用 unknownColumns=ignore 忽略', en: 'Mend every column named in columns; unknownColumns=ignore leaves aside those that nobody needs' } },
  'import.too-many-columns': { status: 422, severity: 'warning', title: { zh: '列数过多', en: 'There are too many columns' }, remedy: { zh: '删除多余的列', en: 'Remove the columns that nobody needs' } },
  'import.no-rows': { status: 422, severity: 'warning', title: { zh: '文件没有数据行', en: 'The file has no rows' }, remedy: { zh: '核对所选文件', en: 'Check which file was chosen' } },
  'import.record-too-long': { status: 422, severity: 'warning', title: { zh: '有一行超过 1 MiB', en: 'A record is longer than 1 MiB' }, remedy: { zh: '检查该行；通常是缺少换行或引号未闭合', en: 'Look at that line: usually a line break or a closing quote is missing' } },
  'import.quotes': { status: 422, severity: 'warning', title: { zh: 'CSV 引号不配对', en: 'A quote of the CSV is out of place' }, remedy: { zh: '在 line 所示行附近改正引号；未登记任何一行', en: 'Mend the quotes near the line named; no row was filed' } },
  'import.zip-broken': { status: 422, severity: 'warning', title: { zh: '工作簿已损坏', en: 'The workbook is damaged' }, remedy: { zh: '重新导出或另存后再上传', en: 'Export or save it again' } },
  'import.zip-bomb': { status: 422, severity: 'error', title: { zh: '工作簿解压后异常膨胀', en: 'The workbook unpacks to far more than it should' }, remedy: { zh: '该文件不予处理；请另存为 CSV', en: 'It is not unpacked; save it as CSV' } },
  'import.zip-encrypted': { status: 422, severity: 'warning', title: { zh: '工作簿已加密', en: 'The workbook is encrypted' }, remedy: { zh: '去除密码后再上传', en: 'Remove the password first' } },
  'import.workbook-broken': { status: 422, severity: 'warning', title: { zh: '工作簿内容无法读取', en: 'The contents of the workbook cannot be read' }, remedy: { zh: '用电子表格软件打开并另存后再上传', en: 'Open it in a spreadsheet, save it, and send it again' } },
  'import.workbook-too-large': { status: 422, severity: 'warning', title: { zh: '工作簿解压后过大', en: 'The workbook is too large when unpacked' }, remedy: { zh: '另存为 CSV 后再上传', en: 'Save it as CSV' } },
  'import.account-changed': { status: 422, severity: 'warning', title: { zh: '上传账号已停用、调离或失去权限', en: 'The account that sent it is no longer active, has moved, or has lost the permission' }, remedy: { zh: '由现岗位人员重新上传', en: 'Let somebody in office send it again' } },
  'import.upload-gone': { status: 422, severity: 'warning', title: { zh: '原始文件已按期清除', en: 'The uploaded file was cleared away' }, remedy: { zh: '重新上传；已登记的行不会重复', en: 'Send it again; rows that were filed stay as they are' } },
  'import.no-headway': { status: 500, severity: 'error', title: { zh: '多次尝试仍无进展', en: 'It made no headway, several times in a row' }, remedy: { zh: '带上导入编号联系运维；已登记的行不受影响，问题解决后可重试', en: 'Tell operations the id of the import; what was filed stands, and it can be retried when the cause is mended' } },
} as const satisfies ProblemCatalogue;

export type ImportErrorCode = keyof typeof importErrors;

export const importProblem = problemsOf(importErrors);

/** Why an import as a whole cannot go on: a code of the catalogue, and where. `where` never holds contents of the file. */
export class ImportFailure extends Error {
  constructor(
    readonly code: ImportErrorCode,
    readonly where: Readonly<Record<string, unknown>> = {},
  ) {
    super(`The import fails: ${code}`);
    this.name = 'ImportFailure';
  }

  /** Null for an error that says nothing about the file: the import is tried again. */
  static from(error: unknown): ImportFailure | null {
    if (error instanceof ImportFailure) return error;
    if (error instanceof TableFault) return new ImportFailure(`import.${error.code}`, error.where);
    return (error as Error | null)?.cause === undefined ? null : ImportFailure.from((error as Error).cause);
  }
}
