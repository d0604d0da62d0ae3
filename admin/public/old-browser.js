document.addEventListener('DOMContentLoaded', () => {
  var root = document.getElementById('root')
  if (root) root.innerHTML = '<p class="first">请换用极速模式，或安装新版 Edge、360、奇安信浏览器。</p>'
})
