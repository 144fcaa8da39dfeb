# language: zh-CN
# Written by porspec sync from features/en/find-partner.feature (b47ad086bfff). To keep an edit, run: porspec sync --from zh
功能: 查找合作伙伴
  如果尚未与合作伙伴合作，可以查找一个合作伙伴。

  @o365-worldwide @o365-germany
  场景: 在 Microsoft Pinpoint 上查找合作伙伴
    假如 我尚未与任何合作伙伴合作
    并且 Microsoft 合作伙伴 ID 为 "3214567" 的合作伙伴 "Fabrikam" 在 "荷兰" 提供服务 "Exchange Online"
    当 我打开 "Microsoft Pinpoint" 网站
    并且 我搜索可在 "荷兰" 提供服务 "Exchange Online" 的合作伙伴
    那么 合作伙伴 "Fabrikam" 出现在搜索结果中
    当 我向合作伙伴 "Fabrikam" 询问其 Microsoft 合作伙伴 ID
    那么 我知道 Microsoft 合作伙伴 ID "3214567"

  @o365-21vianet
  规则: 请联系授权合作伙伴
    Microsoft 未说明如何在由世纪互联运营的 Office 365 中使用 Microsoft Pinpoint。请让由世纪互联授权的合作伙伴通过电子邮件向你发送邀请，然后你可以[接受邀请](accept-offer.md)。另请参阅[查找 Office 365 合作伙伴或经销商](https://docs.microsoft.com/microsoft-365/admin/manage/find-your-partner-or-reseller)。

    场景: 无法在管理中心查找合作伙伴
      那么 我无法选择 "Microsoft Pinpoint"

  @o365-worldwide @o365-germany @assumption
  规则: 搜索会找到合适的合作伙伴
    仅在其他国家或地区提供你所需服务的合作伙伴不会出现在搜索结果中。结果按字母顺序排列。

    场景大纲: 不合适的合作伙伴不会出现在搜索结果中
      假如 Microsoft 合作伙伴 ID 为 "1234567" 的合作伙伴 "Contoso" 在 "荷兰" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "<国家/地区>" 提供服务 "<服务>" 的合作伙伴
      那么 合作伙伴 "Contoso" 未出现在搜索结果中
      并且 页面列出 "0" 个名称
      并且 没有显示任何消息

      例子:
        | 服务              | 国家/地区 |
        | Exchange Online   | 德国      |
        | SharePoint Online | 荷兰      |

    场景大纲: 提供其他服务的合作伙伴不会出现在搜索结果中
      假如 Microsoft 合作伙伴 ID 为 "1234567" 的合作伙伴 "Contoso" 在 "荷兰" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我键入 "<文本>" 作为服务，并在 "荷兰" 搜索
      那么 合作伙伴 "Contoso" 未出现在搜索结果中
      并且 页面列出 "0" 个名称
      并且 没有显示任何消息

      例子:
        | 文本              |
        | Exchange          |
        | Online            |
        | Exchange Hybrid   |
        | Dynamics Online   |
        | Exchange Online 1 |
        |                   |

    场景大纲: 名称相似的国家/地区是另一个国家/地区
      假如 Microsoft 合作伙伴 ID 为 "1234567" 的合作伙伴 "Contoso" 在 "<国家/地区>" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "<搜索>" 提供服务 "Exchange Online" 的合作伙伴
      那么 合作伙伴 "Contoso" 未出现在搜索结果中
      当 我搜索可在 "<国家/地区>" 提供服务 "Exchange Online" 的合作伙伴
      那么 合作伙伴 "Contoso" 出现在搜索结果中
      当 我搜索可在 "<搜索>" 提供服务 "Exchange Online" 的合作伙伴
      那么 页面列出 "0" 个名称

      例子:
        | 国家/地区  | 搜索       |
        | 几内亚比绍 | 几内亚     |
        | 赤道几内亚 | 几内亚     |
        | 几内亚     | 赤道几内亚 |

    场景: 可以找到每个合适的合作伙伴
      假如 Microsoft 合作伙伴 ID 为 "1234567" 的合作伙伴 "Contoso" 在 "荷兰" 提供服务 "Exchange Online"
      并且 Microsoft 合作伙伴 ID 为 "3214567" 的合作伙伴 "Fabrikam" 在 "德国" 提供服务 "SharePoint Online"
      并且 Microsoft 合作伙伴 ID 为 "3214567" 的合作伙伴 "Fabrikam" 在 "荷兰" 提供服务 "Exchange Online"
      并且 Microsoft 合作伙伴 ID 为 "7654321" 的合作伙伴 "Litware" 在 "荷兰" 提供服务 "SharePoint Online"
      并且 Microsoft 合作伙伴 ID 为 "7654321" 的合作伙伴 "Litware" 在 "德国" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "荷兰" 提供服务 "Exchange Online" 的合作伙伴
      那么 合作伙伴 "Contoso" 出现在搜索结果中
      并且 合作伙伴 "Fabrikam" 出现在搜索结果中
      并且 合作伙伴 "Litware" 未出现在搜索结果中
      当 我搜索可在 "德国" 提供服务 "SharePoint Online" 的合作伙伴
      那么 合作伙伴 "Fabrikam" 出现在搜索结果中
      并且 合作伙伴 "Contoso" 未出现在搜索结果中
      当 我键入 " exchange online " 作为服务，并在 "荷兰" 搜索
      那么 合作伙伴 "Contoso" 出现在搜索结果中
      并且 合作伙伴 "Litware" 未出现在搜索结果中

    场景: 只有最后一次搜索有效
      假如 Microsoft 合作伙伴 ID 为 "1234567" 的合作伙伴 "Contoso" 在 "荷兰" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "荷兰" 提供服务 "Exchange Online" 的合作伙伴
      那么 合作伙伴 "Contoso" 出现在搜索结果中
      当 我搜索可在 "德国" 提供服务 "Exchange Online" 的合作伙伴
      那么 合作伙伴 "Contoso" 未出现在搜索结果中
      并且 页面列出 "0" 个名称
      当 我键入 "" 作为服务，并在 "荷兰" 搜索
      那么 页面列出 "0" 个名称

    场景: 合适的合作伙伴即使很多，也可以全部找到
      假如 有 "101" 个合作伙伴在 "荷兰" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "荷兰" 提供服务 "Exchange Online" 的合作伙伴
      那么 页面列出 "101" 个名称

    场景: 搜索结果按字母顺序排列
      假如 我有订阅 "Office 365 E3" 和 "Visio Plan 2"
      并且 合作伙伴 "Fabrikam North"、"Contoso"、"Litware" 和 "fabrikam" 在 "荷兰" 提供服务 "Exchange Online"
      并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴
      并且 "fabrikam" 是我的委派管理员
      并且 "Litware" 是我的经销商
      当 我向合作伙伴 "Contoso" 询问其 Microsoft 合作伙伴 ID
      并且 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "荷兰" 提供服务 "Exchange Online" 的合作伙伴
      那么 页面依次列出 "Contoso"、"fabrikam"、"Fabrikam North" 和 "Litware"
      并且 没有显示任何消息
      并且 结账向导已关闭

    场景: 另一个页面不显示搜索结果
      假如 我已登录管理中心
      并且 Microsoft 合作伙伴 ID 为 "1234567" 的合作伙伴 "Contoso" 在 "荷兰" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "荷兰" 提供服务 "Exchange Online" 的合作伙伴
      并且 我转到 "设置 > 合作伙伴关系" 页面
      那么 没有显示任何搜索结果
      并且 页面上没有框
      当 我转到 "计费 > 购买服务" 页面
      那么 没有显示任何消息
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "荷兰" 提供服务 "Exchange Online" 的合作伙伴
      并且 我打开 "管理中心"
      那么 没有显示任何搜索结果
      并且 页面上没有框

    场景: 返回后不再显示搜索结果
      假如 Microsoft 合作伙伴 ID 为 "1234567" 的合作伙伴 "Contoso" 在 "荷兰" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "荷兰" 提供服务 "Exchange Online" 的合作伙伴
      那么 合作伙伴 "Contoso" 出现在搜索结果中
      当 我打开 "Microsoft Pinpoint" 网站
      那么 没有显示任何搜索结果

  @o365-worldwide @o365-germany
  规则: 只有合作伙伴才能提供其 ID，你无法自行查询
    若要将该合作伙伴添加到订阅，或改用该合作伙伴，都需要其 Microsoft 合作伙伴 ID。有关合作伙伴的详细信息，请参阅[查找 Office 365 合作伙伴或经销商](https://docs.microsoft.com/microsoft-365/admin/manage/find-your-partner-or-reseller)。

    场景: 每个合作伙伴只提供自己的 ID
      假如 合作伙伴 "Contoso North" 向我提供了 Microsoft 合作伙伴 ID "1234567"
      并且 合作伙伴 "CONTOSO" 向我提供了 Microsoft 合作伙伴 ID "2234567"
      并且 合作伙伴 "Contoso" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      并且 合作伙伴 "Contoso South" 向我提供了 Microsoft 合作伙伴 ID "4234567"
      当 我向合作伙伴 "Contoso North" 询问其 Microsoft 合作伙伴 ID
      并且 我向合作伙伴 "Contoso North" 询问其 Microsoft 合作伙伴 ID
      那么 我知道的唯一 Microsoft 合作伙伴 ID 是 "1234567"
      当 我向合作伙伴 "Contoso" 询问其 Microsoft 合作伙伴 ID
      那么 我知道 Microsoft 合作伙伴 ID "3214567"
      并且 我不知道 Microsoft 合作伙伴 ID "2234567"
      并且 我不知道 Microsoft 合作伙伴 ID "4234567"
      当 我向合作伙伴 "CONTOSO" 询问其 Microsoft 合作伙伴 ID
      并且 我向合作伙伴 "Contoso South" 询问其 Microsoft 合作伙伴 ID
      那么 我知道 Microsoft 合作伙伴 ID "1234567"
      并且 我知道 Microsoft 合作伙伴 ID "2234567"
      并且 我知道 Microsoft 合作伙伴 ID "3214567"
      并且 我知道 Microsoft 合作伙伴 ID "4234567"

    场景: 找到的合作伙伴尚未提供其 ID
      假如 Microsoft 合作伙伴 ID 为 "3214567" 的合作伙伴 "Fabrikam" 在 "荷兰" 提供服务 "Exchange Online"
      当 我打开 "Microsoft Pinpoint" 网站
      并且 我搜索可在 "荷兰" 提供服务 "Exchange Online" 的合作伙伴
      那么 合作伙伴 "Fabrikam" 出现在搜索结果中
      并且 我不知道 Microsoft 合作伙伴 ID "3214567"

    场景: 关系结束后你仍保留 ID
      假如 我已登录管理中心
      并且 我只有订阅 "Office 365 E3"
      并且 产品 "Visio Plan 2" 可供购买
      并且 Microsoft 合作伙伴 ID 为 "1234567" 的合作伙伴 "Contoso" 在 "荷兰" 提供服务 "Exchange Online"
      并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴
      并且 Microsoft 合作伙伴 ID 为 "3214567" 的合作伙伴 "Fabrikam" 在 "荷兰" 提供服务 "Exchange Online"
      当 我向合作伙伴 "Contoso" 询问其 Microsoft 合作伙伴 ID
      并且 我向合作伙伴 "Fabrikam" 询问其 Microsoft 合作伙伴 ID
      并且 我为订阅 "Office 365 E3" 键入 ID "3214567" 并选择 "提交"
      并且 我转到 "设置 > 合作伙伴关系" 页面
      并且 我选择合作伙伴 "Fabrikam"
      并且 我选择 "删除" 选项
      那么 我知道 Microsoft 合作伙伴 ID "1234567"
      并且 我知道 Microsoft 合作伙伴 ID "3214567"
      并且 页面未列出任何合作伙伴
      当 我转到 "计费 > 购买服务" 页面
      那么 页面上唯一的产品是 "Visio Plan 2"
