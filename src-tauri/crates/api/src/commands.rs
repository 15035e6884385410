/// THE list of commands. Calls `$callback!` with `area::name(Request) -> Answer, "sentence";` for each.
///
/// The handler of `people::people_list` is `handlers::people::people_list(&App, Request) -> Result<Answer, ApiError>`.
#[macro_export]
macro_rules! commands {
    ($callback:ident) => { $callback! {
        workspace::workspace_status(views::Nothing) -> views::workspace::WorkspaceStatus, "Where the desk stands";
        workspace::workspace_create(views::workspace::CreateWorkspace) -> views::workspace::CreatedWorkspace, "Creates the desk and shows the recovery key once";
        workspace::workspace_confirm_recovery(views::workspace::ConfirmRecovery) -> views::Nothing, "Proves that the recovery key was written down";
        workspace::workspace_unlock(views::workspace::UnlockWorkspace) -> views::workspace::WorkspaceStatus, "Opens the desk";
        workspace::workspace_lock(views::Nothing) -> views::Nothing, "Closes the desk";
        workspace::workspace_set_passphrase(views::workspace::SetPassphrase) -> views::Nothing, "Sets, changes or removes the passphrase";
        workspace::workspace_renew_recovery_key(views::workspace::RenewRecoveryKey) -> views::workspace::CreatedWorkspace, "Makes a new recovery key and shows it once";
        workspace::workspace_release_hold(views::Nothing) -> views::Nothing, "After a restore, lets messages leave again";
        workspace::sample_add(views::Nothing) -> views::Changed, "Fills the desk with invented people";
        workspace::sample_remove(views::Nothing) -> views::Changed, "Removes the invented people";

        people::people_list(views::people::PeoplePage) -> views::people::PeopleRows, "Some rows of the people list";
        people::people_count(views::people::PeopleQuery) -> views::people::PeopleCount, "How many people match";
        people::people_groups(views::groups::PeopleGroups) -> views::groups::GroupsView, "The groups of people who match";
        people::people_ids(views::people::PeopleQuery) -> views::ByIds, "Ids of all people that match";
        people::people_get(views::ById) -> views::people::PersonDetail, "Everything about one person";
        people::people_timeline(views::people::TimelinePage) -> Vec<views::people::TimelineItem>, "What happened with a person";
        people::people_create(views::people::PersonNew) -> views::people::PersonDetail, "Adds a person";
        people::people_update(views::people::PersonUpdate) -> views::people::PersonDetail, "Changes values of a person";
        people::people_bulk_update(views::people::PeopleBulk) -> views::Changed, "Changes values of several people";
        people::people_delete(views::people::Selection) -> views::Changed, "Removes people from the desk (can be undone)";
        people::people_note(views::people::NoteNew) -> views::people::TimelineItem, "Adds a note";
        people::people_search(views::people::SearchRequest) -> Vec<views::people::PersonRow>, "People that answer to some words";
        people::people_suppress(views::outreach::Suppress) -> views::Changed, "Puts people on the do-not-contact list";
        people::people_allow(views::outreach::Suppress) -> views::Changed, "Takes people off the do-not-contact list";
        people::people_consent(views::outreach::RecordConsent) -> views::people::PersonDetail, "Records consent to write to a private address";
        people::people_why(views::ById) -> views::outreach::VerdictView, "Why, why not, when: e-mail to one person";

        companies::companies_list(views::companies::CompaniesPage) -> views::companies::CompaniesRows, "Some rows of the list of companies";
        companies::companies_count(views::companies::CompaniesQuery) -> views::companies::CompaniesCount, "How many companies match";
        companies::companies_groups(views::groups::CompaniesGroups) -> views::groups::GroupsView, "The groups of companies that match";
        companies::companies_ids(views::companies::CompaniesQuery) -> views::ByIds, "Ids of all companies that match";
        companies::companies_get(views::ById) -> views::companies::CompanyDetail, "Everything about one company";
        companies::companies_timeline(views::people::TimelinePage) -> Vec<views::companies::CompanyEvent>, "What happened with a company and its people";
        companies::companies_create(views::companies::CompanyNew) -> views::companies::CompanyDetail, "Adds a company";
        companies::companies_update(views::companies::CompanyUpdate) -> views::companies::CompanyDetail, "Changes values of a company";
        companies::companies_bulk_update(views::companies::CompaniesBulk) -> views::Changed, "Changes values of several companies";
        companies::companies_delete(views::companies::CompanySelection) -> views::Changed, "Removes companies; their people stay (can be undone)";
        companies::companies_search(views::people::SearchRequest) -> Vec<views::companies::CompanyRow>, "Companies that answer to some words";

        contacts::contacts_list(views::contacts::ContactsOf) -> Vec<views::contacts::ContactPointView>, "Every way to reach a person or a company, first ones first";
        contacts::contacts_add(views::contacts::PointAdd) -> Vec<views::contacts::ContactPointView>, "Adds an address, a number, a link or a postal address";
        contacts::contacts_set(views::contacts::PointSet) -> Vec<views::contacts::ContactPointView>, "Changes label, value or state of one of them";
        contacts::contacts_remove(views::contacts::PointRef) -> Vec<views::contacts::ContactPointView>, "Takes one of them away";
        contacts::contacts_first(views::contacts::PointRef) -> Vec<views::contacts::ContactPointView>, "Uses one of them for messages and calls from now on";
        opportunities::opportunities_list(views::opportunities::OpportunitiesPage) -> views::opportunities::OpportunitiesRows, "Some rows of the list of opportunities";
        opportunities::opportunities_count(views::opportunities::OpportunitiesQuery) -> views::opportunities::OpportunitiesCount, "How many opportunities match, and what the open ones are worth";
        opportunities::opportunities_groups(views::groups::OpportunitiesGroups) -> views::groups::GroupsView, "The groups of opportunities that match";
        opportunities::opportunities_ids(views::opportunities::OpportunitiesQuery) -> views::ByIds, "Ids of all opportunities that match";
        opportunities::opportunities_board(views::opportunities::BoardRequest) -> views::opportunities::BoardView, "The columns of a board, summed over all their cards";
        opportunities::opportunities_cards(views::opportunities::CardsPage) -> views::opportunities::OpportunitiesRows, "Some cards of a column";
        opportunities::opportunities_get(views::ById) -> views::opportunities::OpportunityDetail, "Everything about one opportunity";
        opportunities::opportunities_timeline(views::people::TimelinePage) -> Vec<views::opportunities::OpportunityEvent>, "What happened with an opportunity and its people";
        opportunities::opportunities_create(views::opportunities::OpportunityNew) -> views::opportunities::OpportunityDetail, "Adds an opportunity";
        opportunities::opportunities_update(views::opportunities::OpportunityUpdate) -> views::opportunities::OpportunityDetail, "Changes values of an opportunity";
        opportunities::opportunities_bulk_update(views::opportunities::OpportunitiesBulk) -> views::Changed, "Changes values, or the stage, of several opportunities";
        opportunities::opportunities_move(views::opportunities::OpportunityMove) -> views::opportunities::OpportunityDetail, "Puts an opportunity at a stage, or elsewhere in it";
        opportunities::opportunities_close(views::opportunities::OpportunityClose) -> views::opportunities::OpportunityDetail, "Ends an opportunity: won or lost";
        opportunities::opportunities_reopen(views::ById) -> views::opportunities::OpportunityDetail, "Opens an opportunity that has ended again";
        opportunities::opportunities_delete(views::opportunities::OpportunitySelection) -> views::Changed, "Removes opportunities from the desk (can be undone)";
        opportunities::opportunities_lines(views::opportunities::LinesSet) -> views::opportunities::OpportunityDetail, "Writes what is sold; the amount follows";
        opportunities::opportunities_products(views::people::SearchRequest) -> Vec<views::opportunities::ProductView>, "Products sold before that answer to some words";
        opportunities::opportunities_contacts(views::opportunities::ContactsSet) -> views::opportunities::OpportunityDetail, "Writes who has which role in an opportunity";
        opportunities::opportunities_search(views::people::SearchRequest) -> Vec<views::opportunities::OpportunityRow>, "Opportunities that answer to some words";
        opportunities::opportunities_forecast(views::opportunities::ForecastRequest) -> views::opportunities::ForecastView, "What is expected, month by month";

        pipelines::pipelines_list(views::Nothing) -> views::pipelines::PipelinesView, "Pipelines with their stages, and the reasons opportunities end for";
        pipelines::pipelines_create(views::pipelines::PipelineNew) -> views::pipelines::PipelinesView, "Adds a pipeline";
        pipelines::pipelines_update(views::pipelines::PipelineUpdate) -> views::pipelines::PipelinesView, "Gives a pipeline other names";
        pipelines::pipelines_archive(views::pipelines::ArchiveRequest) -> views::pipelines::PipelinesView, "Takes a pipeline out of use, or brings it back";
        pipelines::pipelines_reorder(views::ByIds) -> views::pipelines::PipelinesView, "Puts pipelines in another order";
        pipelines::stages_create(views::pipelines::StageNew) -> views::pipelines::PipelinesView, "Adds a stage to a pipeline";
        pipelines::stages_update(views::pipelines::StageUpdate) -> views::pipelines::PipelinesView, "Changes a stage";
        pipelines::stages_archive(views::pipelines::StageArchive) -> views::pipelines::PipelinesView, "Takes a stage out of use, or brings it back";
        pipelines::stages_reorder(views::ByIds) -> views::pipelines::PipelinesView, "Puts the stages of a pipeline in another order";
        pipelines::reasons_create(views::pipelines::CloseReasonNew) -> views::pipelines::PipelinesView, "Adds a reason opportunities end for";
        pipelines::reasons_update(views::pipelines::CloseReasonUpdate) -> views::pipelines::PipelinesView, "Gives a reason other names";
        pipelines::reasons_archive(views::pipelines::ArchiveRequest) -> views::pipelines::PipelinesView, "Takes a reason out of use, or brings it back";

        custom::fields_list(views::Nothing) -> Vec<views::custom::CustomField>, "Every field the seller added";
        custom::fields_create(views::custom::CustomNew) -> views::custom::CustomField, "Adds a field to people, companies or opportunities";
        custom::fields_set(views::custom::CustomSet) -> Vec<views::custom::CustomField>, "Changes name or choices of a field";
        custom::fields_order(views::ByIds) -> Vec<views::custom::CustomField>, "Puts fields in another order";
        custom::fields_delete(views::ById) -> views::Changed, "Takes a field away with its values (can be undone)";
        custom::fields_put(views::custom::CustomPut) -> views::Changed, "Types values of added fields on records";
        blocks::block_paste(views::blocks::BlockPaste) -> views::Changed, "Types a block of cells pasted into a list: all or none, one undo step";

        goals::goals_get(views::goals::GoalsRequest) -> views::goals::GoalsView, "Goals of some months, and how far they are reached";
        goals::goals_set(views::goals::GoalSet) -> views::goals::GoalsView, "Sets a goal of a month";

        duplicates::duplicates_state(views::Nothing) -> views::duplicates::DuplicatesState, "Where the search for duplicates stands, and what there is";
        duplicates::duplicates_search(views::Nothing) -> views::duplicates::DuplicatesState, "Begins a search for duplicates (in the background)";
        duplicates::duplicates_stop(views::Nothing) -> views::duplicates::DuplicatesState, "Stops a search, or the merging of all exact matches";
        duplicates::duplicates_list(views::duplicates::DuplicatesQuery) -> views::duplicates::DuplicatesPage, "Groups of records that are probably one";
        duplicates::duplicates_of(views::duplicates::DuplicateOf) -> views::duplicates::DuplicateTies, "What a record may be the same as, and what it was made of";
        duplicates::duplicates_review(views::duplicates::DuplicatesReviewRequest) -> views::duplicates::DuplicatesReview, "Records side by side, with what the desk would make of them";
        duplicates::duplicates_merge(views::duplicates::DuplicatesMerge) -> views::duplicates::DuplicatesMerged, "Makes one of several (can be undone, or split at any time)";
        duplicates::duplicates_merge_exact(views::duplicates::DuplicatesMergeExact) -> views::duplicates::DuplicatesState, "Makes one of every exact match (in the background)";
        duplicates::duplicates_ignore(views::duplicates::DuplicatesIgnore) -> views::Changed, "Remembers that records are not one and the same";
        duplicates::duplicates_split(views::duplicates::DuplicateOf) -> views::duplicates::DuplicatesSplit, "Takes a merge apart again";

        tags::tags_list(views::Nothing) -> Vec<views::tags::TagRow>, "Every tag, with how often it is used";
        tags::tags_create(views::tags::TagNew) -> Vec<views::tags::TagRow>, "Makes a tag";
        tags::tags_set(views::tags::TagSet) -> Vec<views::tags::TagRow>, "Changes name or colour of a tag";
        tags::tags_merge(views::tags::TagMerge) -> Vec<views::tags::TagRow>, "Makes two tags one";
        tags::tags_delete(views::ById) -> views::Changed, "Removes a tag from everybody (can be undone)";
        tags::tags_people(views::tags::TagPeople) -> views::Changed, "Puts tags on people, takes tags off them";
        tags::tags_companies(views::tags::TagCompanies) -> views::Changed, "Puts tags on companies, takes tags off them";
        tags::lists_list(views::Nothing) -> Vec<views::tags::ListRow>, "Every list, with how many are on it";
        tags::lists_create(views::tags::ListNew) -> views::tags::ListRow, "Makes a list of people or companies";
        tags::lists_rename(views::tags::ListRename) -> Vec<views::tags::ListRow>, "Gives a list another name";
        tags::lists_delete(views::ById) -> views::Changed, "Removes a list; those on it stay (can be undone)";
        tags::lists_people(views::tags::ListPeople) -> views::Changed, "Puts people on a list, takes them off it";
        tags::lists_companies(views::tags::ListCompanies) -> views::Changed, "Puts companies on a list, takes them off it";

        saved::views_list(views::Nothing) -> Vec<views::saved::SavedView>, "Every saved view, in the seller's order";
        saved::views_create(views::saved::ViewNew) -> views::saved::SavedView, "Keeps a view under a name";
        saved::views_set(views::saved::ViewSet) -> views::saved::SavedView, "Changes a saved view";
        saved::views_order(views::ByIds) -> Vec<views::saved::SavedView>, "Puts saved views in another order";
        saved::views_delete(views::ById) -> views::Changed, "Takes a saved view away (can be undone)";

        trash::trash_list(views::trash::TrashPage) -> views::trash::TrashRows, "What was removed in the last 30 days";
        trash::trash_restore(views::trash::TrashRestore) -> views::trash::Restored, "Brings removed people and companies back";
        trash::trash_empty(views::Nothing) -> views::Changed, "Removes what is in the trash for good";

        capture::capture_add(views::capture::CaptureNew) -> views::capture::Captured, "Notes a person or a company in two seconds, to be qualified";
        capture::capture_list(views::Nothing) -> Vec<views::capture::ToQualify>, "People and companies to qualify, with how complete they are";
        capture::capture_done(views::capture::CaptureDone) -> views::Changed, "Says that somebody is qualified, or puts them back";

        privacy::privacy_get(views::ById) -> views::privacy::PrivacyView, "On what ground somebody is held, what they agreed to, until when";
        privacy::privacy_set(views::privacy::PrivacySet) -> views::privacy::PrivacyView, "Notes ground, information, last contact and consent of somebody";
        privacy::privacy_expired(views::privacy::ExpiredAsk) -> views::privacy::ExpiredPeople, "Those whose time on the desk ran out";
        privacy::privacy_access(views::privacy::AccessRequest) -> views::exports::ExportDone, "Writes everything held about one person to a file";
        privacy::privacy_erase(views::privacy::Erase) -> views::Changed, "Erases people for good; nothing brings them back";

        imports::import_open(views::imports::ImportOpen) -> views::imports::ImportView, "Reads and checks a file without writing anything";
        imports::import_remap(views::imports::ImportRemap) -> views::imports::ImportView, "Checks the file again with other columns, another mode or other rules";
        imports::import_preview(views::imports::ImportPreviewRequest) -> views::imports::ImportPreview, "The beginning of a file as it would be read";
        imports::import_reread(views::imports::ImportReread) -> views::imports::ImportView, "Reads the file again with other settings";
        imports::import_get(views::ById) -> views::imports::ImportView, "An import";
        imports::import_list(views::Nothing) -> Vec<views::imports::ImportView>, "Imports, newest first";
        imports::import_rows(views::imports::ImportRowsRequest) -> Vec<views::imports::ImportRowView>, "Rows of the check";
        imports::import_row_edit(views::imports::ImportRowEdit) -> views::imports::ImportRowChanged, "Corrects a cell of the check";
        imports::import_row_leave(views::imports::ImportRowLeave) -> views::imports::ImportRowChanged, "Takes a row out of an import, or back in";
        imports::import_row_choose(views::imports::ImportRowChoose) -> views::imports::ImportView, "Decides conflicts between the desk and the file";
        imports::import_apply(views::imports::ImportApply) -> views::imports::ImportView, "Writes a checked import (in the background)";
        imports::import_cancel(views::ById) -> views::imports::ImportView, "Stops an import";
        imports::import_rejects(views::imports::ImportRejects) -> views::exports::ExportDone, "Saves the rejected rows as CSV";
        imports::import_delete(views::ById) -> views::imports::ImportDeleted, "Takes an import off the list, with what only it brought";

        runs::run_default_config(views::Nothing) -> String, "The configuration a new run starts from";
        runs::run_keep_config(views::runs::RunConfigText) -> String, "Keeps a configuration for the next runs";
        runs::run_preflight(views::runs::PreflightRequest) -> views::runs::Preflight, "What a run would do";
        runs::run_model_preview(views::runs::PreflightRequest) -> views::settings::ModelPreview, "Exactly what would be sent to the model for the first person";
        runs::run_start(views::runs::RunStart) -> views::runs::RunView, "Starts a run";
        runs::run_list(views::runs::RunListRequest) -> Vec<views::runs::RunView>, "Runs, newest first";
        runs::run_get(views::ById) -> views::runs::RunView, "A run";
        runs::run_people(views::runs::RunPeopleRequest) -> Vec<views::runs::RunPersonView>, "People of a run";
        runs::run_log(views::runs::RunLogRequest) -> Vec<views::runs::RunLogLine>, "Log of a run";
        runs::run_rest(views::ById) -> views::runs::RunRest, "What of a run has not happened yet: what cancelling or undoing it would give up";
        runs::run_pause(views::ById) -> views::runs::RunView, "Pauses a run";
        runs::run_resume(views::ById) -> views::runs::RunView, "Goes on with a run";
        runs::run_cancel(views::ById) -> views::runs::RunView, "Cancels the rest of a run";
        runs::run_receipt(views::ById) -> views::runs::Receipt, "The receipt of a run";
        runs::run_receipt_export(views::runs::ReceiptExport) -> views::exports::ExportDone, "Saves the receipt of a run as JSON";

        outbox::outbox_list(views::outbox::OutboxListRequest) -> Vec<views::outbox::OutboxRow>, "Messages";
        outbox::outbox_counts(views::Nothing) -> views::outbox::OutboxCounts, "How many messages in each state";
        outbox::outbox_get(views::ById) -> views::outbox::OutboxDetail, "A message";
        outbox::outbox_edit(views::outbox::OutboxEdit) -> views::outbox::OutboxDetail, "Changes a message that has not left";
        outbox::outbox_approve(views::outbox::OutboxAct) -> views::outbox::OutboxActed, "Approves messages";
        outbox::outbox_hold(views::outbox::OutboxAct) -> views::outbox::OutboxActed, "Holds messages back";
        outbox::outbox_recall(views::outbox::OutboxAct) -> views::outbox::OutboxActed, "Undo send: back to drafts while they have not left";
        outbox::outbox_discard(views::outbox::OutboxAct) -> views::outbox::OutboxActed, "Gives messages up";
        outbox::outbox_retry(views::outbox::OutboxAct) -> views::outbox::OutboxActed, "Schedules failed messages again";
        outbox::outbox_resolve(views::outbox::OutboxResolve) -> views::outbox::OutboxDetail, "Says whether an unknown message left";
        outbox::outbox_pause(views::Nothing) -> views::Nothing, "Pauses all sending";
        outbox::outbox_resume(views::Nothing) -> views::Nothing, "Resumes all sending";

        linkedin::linkedin_queue(views::Nothing) -> views::linkedin::LinkedinQueue, "The hand-off queue";
        linkedin::linkedin_open(views::ById) -> views::linkedin::LinkedinTask, "Copies the note and opens the profile in the browser";
        linkedin::linkedin_copy(views::ById) -> views::linkedin::LinkedinTask, "Copies the note";
        linkedin::linkedin_record(views::linkedin::LinkedinRecord) -> views::linkedin::LinkedinQueue, "Records what was done";
        linkedin::linkedin_archive(views::linkedin::LinkedinArchive) -> views::linkedin::LinkedinTold, "Puts messages and invitations of LinkedIn's archive onto timelines (can be undone)";

        followups::followup_list(views::followups::FollowupListRequest) -> views::followups::FollowupList, "Follow-ups";
        followups::followup_stop(views::ByIds) -> views::Changed, "Stops follow-ups";

        agenda::tasks_list(views::agenda::TasksPage) -> views::agenda::TasksList, "Some tasks, with the counters of all";
        agenda::tasks_get(views::ById) -> views::agenda::TaskView, "One task";
        agenda::tasks_read(views::agenda::QuickLine) -> views::agenda::QuickRead, "What a line of words would note as a task";
        agenda::tasks_create(views::agenda::TaskNew) -> views::agenda::TaskView, "Notes a task";
        agenda::tasks_update(views::agenda::TaskUpdate) -> views::agenda::TaskView, "Changes values of a task";
        agenda::tasks_done(views::agenda::TasksDone) -> views::Changed, "Marks tasks done";
        agenda::tasks_reopen(views::ByIds) -> views::Changed, "Takes tasks up again";
        agenda::tasks_postpone(views::agenda::TasksPostpone) -> views::Changed, "Puts tasks off";
        agenda::tasks_delete(views::ByIds) -> views::Changed, "Removes tasks (can be undone)";
        agenda::agenda_range(views::agenda::AgendaRange) -> views::agenda::AgendaView, "Appointments, tasks and follow-ups of some days";
        agenda::agenda_busy(views::agenda::BusyAsk) -> views::agenda::BusyAnswer, "What is planned at a time, and where there is room";
        agenda::appointments_get(views::ById) -> views::agenda::AppointmentDetail, "An appointment, and what it falls together with";
        agenda::appointments_create(views::agenda::AppointmentNew) -> views::agenda::AppointmentDetail, "Notes an appointment";
        agenda::appointments_update(views::agenda::AppointmentUpdate) -> views::agenda::AppointmentDetail, "Changes or moves an appointment";
        agenda::appointments_close(views::agenda::AppointmentClose) -> views::agenda::AppointmentDetail, "Says how an appointment went and what comes next";
        agenda::appointments_delete(views::ByIds) -> views::Changed, "Removes appointments (can be undone)";
        agenda::calendar_export(views::agenda::CalendarExport) -> views::exports::ExportDone, "Writes appointments to a calendar file";
        agenda::calendar_check(views::agenda::CalendarFile) -> views::agenda::CalendarCheck, "What a calendar file would do; nothing is changed";
        agenda::calendar_import(views::agenda::CalendarFile) -> views::Changed, "Takes the events of a calendar file (can be undone)";

        notes::notes_add(views::agenda::NoteOn) -> views::agenda::Noted, "Notes something on a person, a company or an opportunity";
        notes::notes_several(views::agenda::NoteSeveral) -> views::Changed, "Notes the same on several people, companies or opportunities";
        notes::texts_search(views::people::SearchRequest) -> Vec<views::agenda::TextFound>, "Notes, calls and messages that answer to some words";
        notes::notes_edit(views::agenda::NoteEdit) -> views::agenda::Noted, "Puts other words to a note";
        notes::notes_delete(views::ById) -> views::Changed, "Takes a note off the timeline (can be undone)";
        notes::calls_log(views::agenda::CallLog) -> views::agenda::Noted, "Enters a call, how it went and what comes next";

        today::today_get(views::Nothing) -> views::today::TodayView, "What needs the seller";
        health::health_get(views::Nothing) -> views::health::HealthView, "Health of the desk and its connections";

        scores::scores_get(views::scores::ScoreAsk) -> views::scores::ScoreView, "How warm a person or an opportunity is, why, and how that went";

        statuses::statuses_list(views::Nothing) -> views::statuses::StatusesView, "Statuses of people, in the seller's order";
        statuses::statuses_create(views::statuses::StatusNew) -> views::statuses::StatusesView, "Adds a status";
        statuses::statuses_update(views::statuses::StatusUpdate) -> views::statuses::StatusesView, "Changes a status";
        statuses::statuses_reorder(views::statuses::StatusOrder) -> views::statuses::StatusesView, "Puts statuses in another order";
        statuses::statuses_delete(views::statuses::StatusDelete) -> views::statuses::StatusesView, "Deletes a status; its people go to another one";

        settings::settings_get(views::Nothing) -> views::settings::SettingsView, "All settings";
        settings::setting_get(views::settings::SettingGet) -> views::settings::SettingValue, "One setting";
        settings::setting_set(views::settings::SettingSet) -> views::settings::SettingValue, "Changes one setting";
        settings::secret_set(views::settings::SecretSet) -> views::settings::SecretState, "Sets a secret";
        settings::secret_delete(views::settings::SecretName) -> views::settings::SecretState, "Removes a secret";
        settings::secret_test(views::settings::SecretName) -> views::settings::TestReport, "Tests what a secret is for";
        settings::mail_test(views::Nothing) -> views::settings::TestReport, "Tests the mail account, sends nothing";
        settings::mail_send_test(views::Nothing) -> views::outbox::OutboxRow, "Sends the seller a test message";
        settings::ai_test(views::Nothing) -> views::settings::TestReport, "Tests the model endpoint";
        settings::ai_models(views::Nothing) -> views::settings::ModelList, "Models the endpoint offers";

        exports::export_people(views::exports::ExportRequest) -> views::exports::ExportDone, "Writes people to a file";
        exports::export_companies(views::exports::CompaniesExport) -> views::exports::ExportDone, "Writes companies to a file";
        exports::export_opportunities(views::exports::OpportunitiesExport) -> views::exports::ExportDone, "Writes opportunities to a file";

        files::files_list(views::files::FilesOf) -> Vec<views::files::FileView>, "Files kept on a record, newest first";
        files::files_add(views::files::FilesAdd) -> views::files::FilesAdded, "Takes files into the desk (can be undone)";
        files::files_rename(views::files::FileRename) -> views::files::FileView, "Gives a file another name";
        files::files_remove(views::ByIds) -> views::Changed, "Puts files into the trash (can be undone)";
        files::files_save(views::files::FileSave) -> views::exports::ExportDone, "Writes a file outside the desk, in the clear";

        sheets::sheets_status(views::Nothing) -> views::sheets::SheetsStatus, "Google Sheets: where it stands";
        sheets::sheets_connect(views::Nothing) -> views::sheets::SheetsConnecting, "Opens Google’s consent page";
        sheets::sheets_create(views::sheets::SheetsCreate) -> views::sheets::SheetsStatus, "Creates a spreadsheet";
        sheets::sheets_attach(views::sheets::SheetsAttach) -> views::sheets::SheetsStatus, "Uses an existing spreadsheet";
        sheets::sheets_push(views::sheets::SheetsPush) -> views::sheets::SheetsPushed, "Writes people to the spreadsheet";
        sheets::sheets_cancel(views::Nothing) -> views::Nothing, "Stops a push or a connection attempt";
        sheets::sheets_disconnect(views::Nothing) -> views::sheets::SheetsStatus, "Withdraws access";

        backups::backup_list(views::Nothing) -> Vec<views::backups::BackupView>, "Backups the desk knows";
        backups::backup_create(views::backups::BackupCreate) -> views::backups::BackupView, "Writes a verified backup";
        backups::backup_verify(views::backups::BackupCheck) -> views::backups::BackupView, "Reads a backup back";
        backups::backup_restore(views::backups::BackupCheck) -> views::backups::RestoredDesk, "Replaces the desk by a backup";

        history::history_list(views::history::HistoryRequest) -> Vec<views::history::OperationView>, "What was done";
        history::history_top(views::Nothing) -> views::history::HistoryTop, "What undo and redo would do";
        history::history_changes(views::history::ChangesPage) -> views::history::ChangesRows, "What changed, field by field";
        history::history_export(views::history::ChangesExport) -> views::exports::ExportDone, "Writes what changed to a file";
        history::history_undo(views::history::UndoRequest) -> views::history::UndoneView, "Takes an operation back";
        history::history_redo(views::Nothing) -> views::history::UndoneView, "Does it again";
    } };
}
