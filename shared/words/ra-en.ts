import type { FrameworkWords } from './ra.ts'

/** English of every message of the panel's framework. `||||` parts one from many. */
export const frameworkEn: FrameworkWords = {
  ra: {
    action: {
      add_filter: 'Add filter', add: 'Add', back: 'Back', bulk_actions: '1 item selected |||| %{smart_count} items selected', cancel: 'Not now',
      clear_array_input: 'Clear the table', clear_input_value: 'Clear', clone: 'New from this', confirm: 'Go ahead', create: 'New', create_item: 'New %{item}', delete: 'Delete',
      edit: 'Edit', export: 'Export', list: 'List', refresh: 'Refresh', remove_filter: 'Drop this filter', remove_all_filters: 'Drop all filters', remove: 'Remove',
      reset: 'Reset', save: 'Save', search: 'Search', search_columns: 'Find a column', select_all: 'Select all', select_all_button: 'Select all', select_row: 'Select this row',
      show: 'Show', sort: 'Sort', undo: 'Undo', unselect: 'Unselect', expand: 'Expand', close: 'Close', open_menu: 'Open menu', close_menu: 'Close menu', update: 'Update',
      move_up: 'Move up', move_down: 'Move down', open: 'Open', toggle_theme: 'Light or dark', select_columns: 'Columns', update_application: 'Reload',
    },
    boolean: { true: 'Yes', false: 'No', null: ' ' },
    page: {
      create: 'New %{name}', dashboard: 'Today', edit: '%{name} %{recordRepresentation}', error: 'Something failed', list: '%{name}', loading: 'Loading', not_found: 'Not found',
      show: '%{name} %{recordRepresentation}', empty: 'No %{name} yet.', invite: 'Create one?', access_denied: 'Outside your scope', authentication_error: 'Sign-in was not completed',
    },
    input: {
      file: { upload_several: 'Drop files here, or click to choose.', upload_single: 'Drop a file here, or click to choose one.' },
      image: { upload_several: 'Drop pictures here, or click to choose.', upload_single: 'Drop a picture here, or click to choose one.' },
      references: { all_missing: 'The related items were not found.', many_missing: 'Some related items are gone.', single_missing: 'The related item is gone.' },
      password: { toggle_visible: 'Hide password', toggle_hidden: 'Show password' },
    },
    message: {
      about: 'About', access_denied: "This page is outside your office's scope.", are_you_sure: 'Go ahead?', authentication_error: 'The sign-in service did not answer. Try again later.',
      auth_error: 'Your sign-in could not be checked. Please sign in again.',
      bulk_delete_content: 'Delete this %{name}? |||| Delete these %{smart_count} items?', bulk_delete_title: 'Delete %{name} |||| Delete %{smart_count} %{name}',
      bulk_update_content: 'Update this item? |||| Update these %{smart_count} items?', bulk_update_title: 'Update %{name} |||| Update %{smart_count} %{name}',
      clear_array_input: 'Clear the whole table?', delete_content: 'Delete this %{name}?', delete_title: 'Delete %{name} %{recordRepresentation}', details: 'Details',
      error: 'The page failed and did not finish. Your text is safe; try again.', invalid_form: 'A few things to fix; see the marked fields.', loading: 'Please wait', no: 'No',
      not_found: 'The address may be wrong, or the link has expired.', select_all_limit_reached: 'Too many to select; the first %{max} are selected.',
      unsaved_changes: 'There are unsaved changes. Leave?', yes: 'Yes', placeholder_data_warning: 'Offline: this is not the latest data.',
    },
    navigation: {
      clear_filters: 'Clear all', no_filtered_results: 'Nothing matches.', no_results: 'No %{name} yet.', no_more_results: 'There is no page %{page}. Try the previous one.',
      page_out_of_boundaries: 'There is no page %{page}', page_out_from_end: 'This is the last page', page_out_from_begin: 'This is the first page',
      page_range_info: '%{offsetBegin}–%{offsetEnd} of %{total}', partial_page_range_info: '%{offsetBegin}–%{offsetEnd}', current_page: 'Page %{page}', page: 'To page %{page}',
      first: 'First page', last: 'Last page', next: 'Next', previous: 'Previous', page_rows_per_page: 'Rows per page:', skip_nav: 'Skip to content',
    },
    sort: { sort_by: 'Sort by %{field_lower_first}, %{order}', ASC: 'ascending', DESC: 'descending' },
    auth: {
      auth_check_error: 'Please sign in first.', user_menu: 'My settings', username: 'E-mail', password: 'Password', email: 'E-mail', sign_in: 'Sign in',
      sign_in_error: 'You are not signed in. Try again.', logout: 'Sign out',
    },
    notification: {
      updated: 'Saved. |||| %{smart_count} saved.', created: 'Created.', deleted: 'Deleted. |||| %{smart_count} deleted.', bad_item: 'Something is wrong with this item.',
      item_doesnt_exist: 'This item is gone.', http_error: 'The server could not be reached. Try again.', data_provider_error: 'The data could not be loaded. Try again.',
      i18n_error: 'The words of this language could not be loaded.', canceled: 'Cancelled.', logged_out: 'Your session has ended. Please sign in again.',
      not_authorized: "This page is outside your office's scope.", application_update_available: 'Updated.', offline: 'Offline: the data could not be loaded.',
    },
    validation: {
      required: 'Not filled in yet.', minLength: 'At least %{min} characters.', maxLength: 'At most %{max} characters.', minValue: 'At least %{min}.', maxValue: 'At most %{max}.',
      number: 'A number, please.', email: 'Not a valid e-mail address.', oneOf: 'One of: %{options}.', regex: 'Not written as it should be.', unique: 'Already there.',
    },
    saved_queries: {
      label: 'My views', query_name: 'Name', new_label: 'Save these filters…', new_dialog_title: 'Save these filters', remove_label: 'Delete a saved view',
      remove_label_with_name: 'Delete “%{name}”', remove_dialog_title: 'Delete the saved view?', remove_message: 'It leaves your views; no item is touched.',
      help: 'Choose filters first, then save them for later',
    },
    guesser: { empty: { title: 'Nothing here', message: 'No data came.' } },
    configurable: {
      customize: 'Adjust', configureMode: 'Adjust this page', inspector: { title: 'Adjust', content: 'Point at what to adjust', reset: 'Reset', hideAll: 'Hide all', showAll: 'Show all' },
      Datagrid: { title: 'Table', unlabeled: 'Column %{column}' }, SimpleForm: { title: 'Form', unlabeled: 'Field %{input}' },
      SimpleList: { title: 'List', primaryText: 'First line', secondaryText: 'Second line', tertiaryText: 'Right side' },
    },
  },
}
