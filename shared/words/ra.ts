/** Chinese of every message of the panel's framework, under its own keys. `%{name}` is filled in; Chinese has one plural form. */
export const frameworkZh = {
  ra: {
    action: {
      add_filter: '加条件', add: '添加', back: '返回', bulk_actions: '已选 %{smart_count} 件', cancel: '先不办', clear_array_input: '清空这张表',
      clear_input_value: '清空', clone: '照此新建', confirm: '照此办理', create: '新建', create_item: '新建%{item}', delete: '删除', edit: '编辑', export: '导出',
      list: '列表', refresh: '刷新', remove_filter: '去掉这个条件', remove_all_filters: '去掉全部条件', remove: '去掉', reset: '重置', save: '保存', search: '搜索',
      search_columns: '找一列', select_all: '全选', select_all_button: '全选', select_row: '选这一行', show: '查看', sort: '排序', undo: '撤销', unselect: '不选',
      expand: '展开', close: '关闭', open_menu: '打开菜单', close_menu: '收起菜单', update: '更新', move_up: '上移', move_down: '下移', open: '打开',
      toggle_theme: '换浅色或深色', select_columns: '显示列', update_application: '刷新',
    },
    boolean: { true: '是', false: '否', null: ' ' },
    page: {
      create: '新建%{name}', dashboard: '今天要办', edit: '%{name} %{recordRepresentation}', error: '系统出错', list: '%{name}', loading: '正在取数据',
      not_found: '没有找到', show: '%{name} %{recordRepresentation}', empty: '还没有%{name}。', invite: '新建一件？', access_denied: '不在您的范围内',
      authentication_error: '登录没有完成',
    },
    input: {
      file: { upload_several: '把文件拖到这里，或点这里选择。', upload_single: '把文件拖到这里，或点这里选择一个。' },
      image: { upload_several: '把图片拖到这里，或点这里选择。', upload_single: '把图片拖到这里，或点这里选择一张。' },
      references: { all_missing: '没有找到相关事项。', many_missing: '有的相关事项已经找不到了。', single_missing: '相关事项已经找不到了。' },
      password: { toggle_visible: '隐藏密码', toggle_hidden: '显示密码' },
    },
    message: {
      about: '关于', access_denied: '这一页不在您单位的范围内。', are_you_sure: '要这样办吗？', authentication_error: '登录服务没有应答，请稍后再试。',
      auth_error: '没有核对上登录，请重新登录。', bulk_delete_content: '要删除这 %{smart_count} 件%{name}吗？', bulk_delete_title: '删除 %{smart_count} 件%{name}',
      bulk_update_content: '要更新这 %{smart_count} 件吗？', bulk_update_title: '更新 %{smart_count} 件%{name}', clear_array_input: '要清空整张表吗？',
      delete_content: '要删除这件%{name}吗？', delete_title: '删除%{name} %{recordRepresentation}', details: '详情', error: '页面出错，没有办完。内容还在，请再试一次。',
      invalid_form: '有几处要改，请看标出的地方。', loading: '请稍候', no: '否', not_found: '地址可能有误，或链接已经过期。',
      select_all_limit_reached: '件数太多，只选中了前 %{max} 件。', unsaved_changes: '有没保存的修改。要离开吗？', yes: '是', placeholder_data_warning: '网络断开了，没有取到最新的数据。',
    },
    navigation: {
      clear_filters: '清除全部条件', no_filtered_results: '没有符合条件的事项。', no_results: '还没有%{name}。', no_more_results: '没有第 %{page} 页，请看上一页。',
      page_out_of_boundaries: '没有第 %{page} 页', page_out_from_end: '已是最后一页', page_out_from_begin: '已是第一页',
      page_range_info: '第 %{offsetBegin}–%{offsetEnd} 件，共 %{total} 件', partial_page_range_info: '第 %{offsetBegin}–%{offsetEnd} 件', current_page: '第 %{page} 页',
      page: '到第 %{page} 页', first: '第一页', last: '最后一页', next: '下一页', previous: '上一页', page_rows_per_page: '每页件数：', skip_nav: '跳到正文',
    },
    sort: { sort_by: '按%{field}%{order}排列', ASC: '从小到大', DESC: '从大到小' },
    auth: {
      auth_check_error: '请先登录。', user_menu: '我的设置', username: '邮箱', password: '密码', email: '邮箱', sign_in: '登录', sign_in_error: '没有登录上，请再试一次。',
      logout: '退出',
    },
    notification: {
      updated: '已保存。', created: '已新建。', deleted: '已删除。', bad_item: '这件事项的内容有误。', item_doesnt_exist: '这件事项已经找不到了。', http_error: '没有连上服务器，请再试一次。',
      data_provider_error: '没有取到数据，请再试一次。', i18n_error: '没有取到这种语言的文字。', canceled: '已取消。', logged_out: '登录已过期，请重新登录。',
      not_authorized: '这一页不在您单位的范围内。', application_update_available: '系统已更新。', offline: '网络断开了，没有取到数据。',
    },
    validation: {
      required: '还没有填。', minLength: '至少 %{min} 个字。', maxLength: '最多 %{max} 个字。', minValue: '不能小于 %{min}。', maxValue: '不能大于 %{max}。', number: '要填数字。',
      email: '邮箱的写法不对。', oneOf: '要选其中一个：%{options}。', regex: '写法不对。', unique: '已经有了。',
    },
    saved_queries: {
      label: '我保存的', query_name: '名称', new_label: '保存现在的条件…', new_dialog_title: '保存现在的条件', remove_label: '删除保存的条件', remove_label_with_name: '删除“%{name}”',
      remove_dialog_title: '删除保存的条件？', remove_message: '从您保存的条件中删去，事项不受影响。', help: '先选好条件，再保存下来以后用',
    },
    guesser: { empty: { title: '没有内容', message: '没有取到数据。' } },
    configurable: {
      customize: '调整', configureMode: '调整这一页', inspector: { title: '调整', content: '指到要调整的地方', reset: '恢复', hideAll: '全部隐藏', showAll: '全部显示' },
      Datagrid: { title: '表格', unlabeled: '第 %{column} 列' }, SimpleForm: { title: '表单', unlabeled: '第 %{input} 项' },
      SimpleList: { title: '列表', primaryText: '第一行', secondaryText: '第二行', tertiaryText: '右侧' },
    },
  },
}

export type FrameworkWords = typeof frameworkZh
